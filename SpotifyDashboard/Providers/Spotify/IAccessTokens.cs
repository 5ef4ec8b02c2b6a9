namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Knows a good access token for each connected listener.</summary>
public interface IAccessTokens
{
    /// <summary>A token that is good for a minute yet, refreshed where needed; callers at the same time share one refresh.</summary>
    /// <exception cref="Http.ProviderException">The listener is not connected or must log in again (<see cref="Http.Failure.LogInAgain"/>), or the accounts service failed.</exception>
    Task<string> GetAsync(int listenerId, CancellationToken cancellationToken);

    /// <summary>Another token than <paramref name="refused"/>, which Spotify answered with 401.</summary>
    /// <exception cref="Http.ProviderException">As for <see cref="GetAsync"/>.</exception>
    Task<string> ReplaceAsync(int listenerId, string refused, CancellationToken cancellationToken);
}
