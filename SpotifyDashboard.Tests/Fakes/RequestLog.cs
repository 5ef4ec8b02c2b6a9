namespace SpotifyDashboard.Tests.Fakes;

/// <summary>Every request that reached a fake, in the order of their answers.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<LoggedRequest> _requests = [];
    private readonly List<string> _violations = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<LoggedRequest> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>What was answered 400 because the contract does not list it, and why.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_gate)
            {
                return [.. _violations];
            }
        }
    }

    /// <summary>Those whose path ends so.</summary>
    public IReadOnlyList<LoggedRequest> To(string pathEnd) => [.. All.Where(request => request.Path.EndsWith(pathEnd, StringComparison.Ordinal))];

    /// <summary>Forgets the requests, so that days of them do not count as somebody's memory.</summary>
    /// <returns>How many there were.</returns>
    public int Forget()
    {
        lock (_gate)
        {
            var count = _requests.Count;
            _requests.Clear();
            return count;
        }
    }

    internal void Add(LoggedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
        }
    }

    internal void AddViolation(string violation)
    {
        lock (_gate)
        {
            _violations.Add(violation);
        }
    }
}
