using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>Access tokens of which one listener's does not come until it is let go.</summary>
internal sealed class StuckTokens(IAccessTokens tokens, int stuck) : IAccessTokens
{
    private readonly TaskCompletionSource _asked = new();
    private readonly TaskCompletionSource _release = new();

    /// <summary>Ends when the stuck one was asked for.</summary>
    public Task Asked => _asked.Task;

    public void Release() => _release.TrySetResult();

    public async Task<string> GetAsync(int listenerId, CancellationToken cancellationToken)
    {
        if (listenerId == stuck)
        {
            _asked.TrySetResult();
            await _release.Task.WaitAsync(cancellationToken);
        }

        return await tokens.GetAsync(listenerId, cancellationToken);
    }

    public Task<string> ReplaceAsync(int listenerId, string refused, CancellationToken cancellationToken) => tokens.ReplaceAsync(listenerId, refused, cancellationToken);
}
