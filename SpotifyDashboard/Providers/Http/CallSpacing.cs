namespace SpotifyDashboard.Providers.Http;

/// <summary>One call at a time, and a pause after each.</summary>
/// <param name="pause">From the end of one call to the beginning of the next.</param>
/// <param name="time">The clock.</param>
internal sealed class CallSpacing(TimeSpan pause, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Waits for its turn; <see cref="Leave"/> ends it.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var wait = _notBefore - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                // Never longer than the pause, should the machine's clock have been set back.
                await Task.Delay(wait < pause ? wait : pause, time, cancellationToken);
            }
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Leave()
    {
        _notBefore = time.GetUtcNow() + pause;
        _turn.Release();
    }

    public void Dispose() => _turn.Dispose();
}
