using System.Collections.Concurrent;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Tests.Providers;

/// <summary>Remembers capabilities for one test.</summary>
internal sealed class RememberedCapabilities : ISpotifyCapabilities
{
    private readonly ConcurrentDictionary<SpotifyCapability, bool> _known = [];

    public Task<bool> HasAsync(SpotifyCapability capability, CancellationToken cancellationToken) =>
        Task.FromResult(!_known.TryGetValue(capability, out var isGranted) || isGranted);

    public Task<bool> IsProvenAsync(SpotifyCapability capability, CancellationToken cancellationToken) =>
        Task.FromResult(_known.TryGetValue(capability, out var isGranted) && isGranted);

    public Task ProveAsync(SpotifyCapability capability, CancellationToken cancellationToken)
    {
        _known[capability] = true;
        return Task.CompletedTask;
    }

    public Task SwitchOffAsync(SpotifyCapability capability, string reason, CancellationToken cancellationToken)
    {
        _known[capability] = false;
        return Task.CompletedTask;
    }
}
