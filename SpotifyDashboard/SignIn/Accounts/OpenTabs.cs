namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>The connections of open tabs in this process, by session: what ends with it.</summary>
internal sealed class OpenTabs
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, List<Action>> _tabs = [];

    /// <summary>The sessions that have a tab open.</summary>
    public IReadOnlyCollection<int> Sessions
    {
        get
        {
            lock (_gate)
            {
                return [.. _tabs.Keys];
            }
        }
    }

    /// <summary>Notes an open connection until the answer is disposed.</summary>
    /// <param name="session">Whose session.</param>
    /// <param name="cut">Ends the connection.</param>
    public IDisposable Hold(int session, Action cut)
    {
        lock (_gate)
        {
            if (!_tabs.TryGetValue(session, out var cuts))
            {
                _tabs[session] = cuts = [];
            }

            cuts.Add(cut);
        }

        return new Held(this, session, cut);
    }

    /// <summary>Cuts the connections of these sessions.</summary>
    public void Cut(IReadOnlyCollection<int> sessions)
    {
        List<Action> cuts;
        lock (_gate)
        {
            cuts = [.. sessions.SelectMany(session => _tabs.GetValueOrDefault(session) ?? [])];
        }

        foreach (var cut in cuts)
        {
            cut();
        }
    }

    private sealed class Held(OpenTabs tabs, int session, Action cut) : IDisposable
    {
        public void Dispose()
        {
            lock (tabs._gate)
            {
                if (tabs._tabs.TryGetValue(session, out var cuts) && cuts.Remove(cut) && cuts.Count == 0)
                {
                    tabs._tabs.Remove(session);
                }
            }
        }
    }
}
