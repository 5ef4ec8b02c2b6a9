namespace SpotifyDashboard.Listening;

/// <summary>Hands news to whoever subscribed, one after the other, on the announcer's thread.</summary>
/// <typeparam name="T">What is told.</typeparam>
public abstract class Announcer<T>
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];

    /// <summary>Calls <paramref name="handler"/> with every piece of news until disposed.</summary>
    /// <param name="handler">Hands over to its circuit with <c>InvokeAsync</c> and returns at once: others wait for it.</param>
    public IDisposable Subscribe(Action<T> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var subscription = new Subscription(this, handler);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    /// <summary>Tells everyone subscribed now.</summary>
    public void Publish(T news)
    {
        Subscription[] current;
        lock (_gate)
        {
            current = [.. _subscriptions];
        }

        // Outside the lock: a handler may subscribe, leave or publish.
        foreach (var subscription in current)
        {
            subscription.Handler(news);
        }
    }

    private sealed class Subscription(Announcer<T> owner, Action<T> handler) : IDisposable
    {
        public Action<T> Handler => handler;

        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._subscriptions.Remove(this);
            }
        }
    }
}
