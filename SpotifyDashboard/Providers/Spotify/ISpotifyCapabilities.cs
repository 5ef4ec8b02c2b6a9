namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Remembers what this installation's app may do.</summary>
public interface ISpotifyCapabilities
{
    /// <summary>False once it was refused.</summary>
    Task<bool> HasAsync(SpotifyCapability capability, CancellationToken cancellationToken);

    /// <summary>Remembers for good that Spotify refused it.</summary>
    Task SwitchOffAsync(SpotifyCapability capability, string reason, CancellationToken cancellationToken);
}
