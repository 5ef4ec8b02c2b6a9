using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>An app that has not been refused anything yet.</summary>
internal sealed class EveryCapability : ISpotifyCapabilities
{
    public Task<bool> HasAsync(SpotifyCapability capability, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SwitchOffAsync(SpotifyCapability capability, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> IsProvenAsync(SpotifyCapability capability, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task ProveAsync(SpotifyCapability capability, CancellationToken cancellationToken) => Task.CompletedTask;
}
