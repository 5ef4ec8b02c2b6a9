namespace SpotifyDashboard.Listening;

/// <summary>Tells open pages that plays arrived or changed. One per process; the storage watcher feeds it with what other processes wrote.</summary>
public sealed class PlaysChanged
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];

    /// <summary>Calls <paramref name="handler"/> with the listener's number after each change, until disposed.</summary>
    /// <param name="handler">Called on the writer's thread: hand over to the circuit with <c>InvokeAsync</c> and return at once.</param>
    public IDisposable Subscribe(Action<int> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var subscription = new Subscription(this, handler);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    /// <summary>Announces that the plays or the library of <paramref name="listenerId"/> changed, or that the listener was removed.</summary>
    public void Publish(int listenerId)
    {
        Subscription[] current;
        lock (_gate)
        {
            current = [.. _subscriptions];
        }

        // Outside the lock: a handler may subscribe, leave or publish.
        foreach (var subscription in current)
        {
            subscription.Handler(listenerId);
        }
    }

    private sealed class Subscription(PlaysChanged owner, Action<int> handler) : IDisposable
    {
        public Action<int> Handler => handler;

        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._subscriptions.Remove(this);
            }
        }
    }
}
