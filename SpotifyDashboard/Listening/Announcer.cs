namespace SpotifyDashboard.Listening;

/// <summary>Hands news to whoever subscribed, one after the other, on the announcer's thread.</summary>
/// <remarks>
/// Each handler runs in the execution context in which it subscribed: it acts for its own visitor, never for the one who announces.
/// One that throws does not keep the news from the others; what was thrown comes out once all have been told.
/// </remarks>
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
    /// <exception cref="AggregateException">Handlers threw; the others were told all the same.</exception>
    public void Publish(T news)
    {
        Subscription[] current;
        lock (_gate)
        {
            current = [.. _subscriptions];
        }

        // Outside the lock: a handler may subscribe, leave or publish.
        List<Exception>? faults = null;
        foreach (var subscription in current)
        {
            try
            {
                subscription.Tell(news);
            }
            catch (Exception exception)
            {
                (faults ??= []).Add(exception);
            }
        }

        if (faults is not null)
        {
            throw new AggregateException(faults);
        }
    }

    private sealed class Subscription(Announcer<T> owner, Action<T> handler) : IDisposable
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        public void Tell(T news)
        {
            if (_context is null)
            {
                handler(news);
                return;
            }

            ExecutionContext.Run(_context, _ => handler(news), state: null);
        }

        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._subscriptions.Remove(this);
            }
        }
    }
}
