using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods;

/// <summary>Computes a value once for all who ask for it at the same time, and keeps the values asked for last.</summary>
/// <remarks>
/// Work runs on the thread pool and ends early when everyone who waited for it has left. A failure is handed to all who wait
/// and then forgotten, so that the next one tries again.
/// </remarks>
/// <param name="capacity">Values kept, at least 1.</param>
internal sealed class SharedWork<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Work> _works = [];
    private long _uses;

    /// <summary>The value under <paramref name="key"/>, kept or computed.</summary>
    /// <param name="key">Names the value and all it depends on.</param>
    /// <param name="compute">Runs at most once at a time per key; its token ends when nobody waits any more.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    public async Task<TValue> GetAsync(TKey key, Func<CancellationToken, Task<TValue>> compute, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var work = Join(key, compute);
        try
        {
            return await work.Result.WaitApartAsync(cancellationToken);
        }
        finally
        {
            Leave(key, work);
        }
    }

    /// <summary>Drops what is kept under the keys that <paramref name="isOutdated"/> names; work under way ends for those who wait.</summary>
    public void Forget(Func<TKey, bool> isOutdated)
    {
        lock (_gate)
        {
            foreach (var key in _works.Keys.Where(isOutdated).ToList())
            {
                _works.Remove(key);
            }
        }
    }

    private Work Join(TKey key, Func<CancellationToken, Task<TValue>> compute)
    {
        lock (_gate)
        {
            if (!_works.TryGetValue(key, out var work))
            {
                work = Start(compute);
                _works.Add(key, work);
                if (_works.Count > capacity)
                {
                    _works.Remove(_works.Where(other => other.Value != work).MinBy(static other => other.Value.LastUse).Key);
                }
            }

            work.Waiting++;
            work.LastUse = ++_uses;
            return work;
        }
    }

    private void Leave(TKey key, Work work)
    {
        lock (_gate)
        {
            work.Waiting--;
            var isAbandoned = work.Waiting == 0 && !work.Result.IsCompleted;
            if ((isAbandoned || work.Result.IsFaulted || work.Result.IsCanceled) && _works.GetValueOrDefault(key) == work)
            {
                _works.Remove(key);
            }

            if (isAbandoned)
            {
                work.Abandon();
            }
        }
    }

    private static Work Start(Func<CancellationToken, Task<TValue>> compute)
    {
        var abandoned = new CancellationTokenSource();

        // The work is everybody's who may see it: it must not run as the visitor who happened to ask first.
        using var house = ExecutionContext.SuppressFlow();
        return new Work(Task.Run(() => compute(abandoned.Token)), abandoned);
    }

    private sealed class Work(Task<TValue> result, CancellationTokenSource abandoned)
    {
        public Task<TValue> Result => result;

        public int Waiting { get; set; }

        public long LastUse { get; set; }

        public void Abandon() => abandoned.Cancel();
    }
}
