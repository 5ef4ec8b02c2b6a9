namespace SpotifyDashboard.Providers.Spotify;

/// <summary>Remembers what this installation's app may do.</summary>
public interface ISpotifyCapabilities
{
    /// <summary>False once it was refused.</summary>
    Task<bool> HasAsync(SpotifyCapability capability, CancellationToken cancellationToken);

    /// <summary>True once it was granted: a later "too many" is then no refusal.</summary>
    Task<bool> IsProvenAsync(SpotifyCapability capability, CancellationToken cancellationToken);

    /// <summary>Remembers that Spotify granted it.</summary>
    Task ProveAsync(SpotifyCapability capability, CancellationToken cancellationToken);

    /// <summary>Remembers for good that Spotify refused it.</summary>
    Task SwitchOffAsync(SpotifyCapability capability, string reason, CancellationToken cancellationToken);
}
