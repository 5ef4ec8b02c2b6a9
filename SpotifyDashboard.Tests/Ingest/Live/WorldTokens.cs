using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>Access tokens straight from the fake, for tests that are not about signing in.</summary>
internal sealed class WorldTokens(FakeSpotify spotify, Dictionary<int, WorldUser> users) : IAccessTokens
{
    public Task<string> GetAsync(int listenerId, CancellationToken cancellationToken) => Task.FromResult(spotify.GiveAccessToken(users[listenerId]));

    public Task<string> ReplaceAsync(int listenerId, string refused, CancellationToken cancellationToken) => GetAsync(listenerId, cancellationToken);
}
