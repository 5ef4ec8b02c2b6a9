using SpotifyDashboard.Ingest;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>Finds nothing, and remembers what it was asked for.</summary>
internal sealed class CountingEnricher : ITrackEnricher
{
    public IReadOnlyCollection<int> Asked { get; private set; } = [];

    public Task<(int Wanted, int Found)> EnrichAsync(int listenerId, IReadOnlyCollection<int> trackIds, CancellationToken cancellationToken)
    {
        Asked = trackIds;
        return Task.FromResult((trackIds.Count, 0));
    }
}
