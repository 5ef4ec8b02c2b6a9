using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Benchmarks.Soak;

/// <summary>An access token for each listener, good for an hour as Spotify's are: the fake remembers all it ever gave.</summary>
internal sealed class SoakTokens(FakeSpotify spotify, Dictionary<int, WorldUser> users, TimeProvider time) : IAccessTokens
{
    private static readonly TimeSpan s_good = TimeSpan.FromMinutes(50);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, (string Token, DateTimeOffset Since)> _tokens = [];

    public Task<string> GetAsync(int listenerId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_tokens.TryGetValue(listenerId, out var known) || now - known.Since > s_good)
            {
                _tokens[listenerId] = known = (spotify.GiveAccessToken(users[listenerId]), now);
            }

            return Task.FromResult(known.Token);
        }
    }

    public Task<string> ReplaceAsync(int listenerId, string refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _tokens.Remove(listenerId);
        }

        return GetAsync(listenerId, cancellationToken);
    }
}
