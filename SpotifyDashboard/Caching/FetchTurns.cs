using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Caching;

/// <summary>Lets each key be fetched by one caller at a time; the others wait for what that one brings.</summary>
internal sealed class FetchTurns
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<CachedAnswers?>> _underWay = new(StringComparer.Ordinal);

    /// <summary>Divides <paramref name="keys"/> into those the caller now has to fetch, and fetches of others to wait for.</summary>
    public (IReadOnlyList<string> Own, IReadOnlyList<Task<CachedAnswers?>> Others) Claim(IEnumerable<string> keys)
    {
        List<string> own = [];
        HashSet<Task<CachedAnswers?>> others = [];
        var turn = new TaskCompletionSource<CachedAnswers?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            foreach (var key in keys)
            {
                if (_underWay.TryGetValue(key, out var other))
                {
                    others.Add(other.Task);
                }
                else
                {
                    _underWay.Add(key, turn);
                    own.Add(key);
                }
            }
        }

        return (own, [.. others]);
    }

    /// <summary>Ends the caller's fetch of these keys.</summary>
    /// <param name="keys">What <see cref="Claim"/> gave.</param>
    /// <param name="brought">By key; null where the caller left, so that another must fetch.</param>
    public void End(IReadOnlyList<string> keys, CachedAnswers? brought)
    {
        TaskCompletionSource<CachedAnswers?>? turn = null;
        lock (_gate)
        {
            foreach (var key in keys)
            {
                _underWay.Remove(key, out turn);
            }
        }

        turn?.SetResult(brought);
    }
}
