using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Benchmarks;

/// <summary>One token for everybody.</summary>
internal sealed class PollTokens : IAccessTokens
{
    public Task<string> GetAsync(int listenerId, CancellationToken cancellationToken) => Task.FromResult("token");

    public Task<string> ReplaceAsync(int listenerId, string refused, CancellationToken cancellationToken) => GetAsync(listenerId, cancellationToken);
}
