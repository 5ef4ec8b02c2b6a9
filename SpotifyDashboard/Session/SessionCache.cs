using System.Collections.Concurrent;

namespace SpotifyDashboard.Session;

/// <summary>What one circuit has already computed. Scoped: it is born and thrown away with the browser tab.</summary>
/// <remarks>
/// Concurrent callers share one computation. A failure is handed to everyone waiting and then forgotten, so the next
/// caller tries again. Leaving a page stops the waiting, not the computation; closing the tab stops both.
/// </remarks>
public sealed class SessionCache : IDisposable
{
    private readonly ConcurrentDictionary<object, Lazy<Task>> _entries = new();
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Returns the value under <paramref name="key"/>, computing it if nobody has.</summary>
    /// <typeparam name="T">The type of the value; one key type belongs to one value type.</typeparam>
    /// <param name="key">A record naming the computation and all its inputs.</param>
    /// <param name="compute">Runs at most once per key; its token ends with the circuit.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    public async Task<T> GetOrComputeAsync<T>(object key, Func<CancellationToken, Task<T>> compute, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(compute);

        Lazy<Task>? fresh = null;
        fresh = new Lazy<Task>(ForgetFailuresAsync);
        var entry = _entries.GetOrAdd(key, fresh);
        return await ((Task<T>)entry.Value).WaitAsync(cancellationToken);

        async Task<T> ForgetFailuresAsync()
        {
            try
            {
                return await compute(_closed.Token);
            }
            catch
            {
                // Forgotten here, not by the callers: they may all have left by now. Only this very entry is removed,
                // since the key may have been cleared and taken by a newer computation in the meantime.
                _entries.TryRemove(KeyValuePair.Create(key, fresh!));
                throw;
            }
        }
    }

    /// <summary>Drops the entries whose key <paramref name="isTouched"/> names, for example those of a listener whose plays changed.</summary>
    /// <param name="isTouched">Gets each key; a computation under way is dropped too, so that its result is not kept.</param>
    public void Clear(Func<object, bool> isTouched)
    {
        ArgumentNullException.ThrowIfNull(isTouched);
        foreach (var key in _entries.Keys.Where(isTouched))
        {
            _entries.TryRemove(key, out _);
        }
    }

    /// <summary>Drops everything.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Ends every computation under way.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }
}
