using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Tests.Providers;

/// <summary>Hands out the access tokens it was given, one after another.</summary>
internal sealed class GivenTokens(params string[] tokens) : IAccessTokens
{
    private int _current;

    /// <summary>How often another one was asked for.</summary>
    public int Replaced => _current;

    public Task<string> GetAsync(int listenerId, CancellationToken cancellationToken) => Task.FromResult(tokens[_current]);

    public Task<string> ReplaceAsync(int listenerId, string refused, CancellationToken cancellationToken)
    {
        Assert.Equal(tokens[_current], refused);
        _current++;
        return GetAsync(listenerId, cancellationToken);
    }
}
