namespace SpotifyDashboard.Session;

/// <summary>Lets only the newest of several overlapping requests win: each call of <see cref="Next"/> cancels the one before.</summary>
/// <remarks>For one component on its own circuit, whose calls never run at the same time; not for several threads.</remarks>
public sealed class Latest : IDisposable
{
    private CancellationTokenSource? _current;

    /// <summary>Cancels the previous request and begins a new one.</summary>
    /// <returns>A token that is cancelled when a newer request begins or the owner is disposed.</returns>
    public CancellationToken Next()
    {
        Dispose();
        _current = new CancellationTokenSource();
        return _current.Token;
    }

    /// <summary>Cancels the request under way, if any.</summary>
    public void Dispose()
    {
        _current?.Cancel();
        _current?.Dispose();
        _current = null;
    }
}
