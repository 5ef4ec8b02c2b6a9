using SpotifyDashboard.Ingest.Enrichment;

namespace SpotifyDashboard.Operations.Status;

/// <summary>Says what waits for each provider, and what came of asking it.</summary>
internal static class QueueReader
{
    /// <summary>One line for each provider that has or had something to do.</summary>
    public static async Task<IReadOnlyList<QueueStatus>> ReadAsync(EnrichmentCoverage coverage, CancellationToken cancellationToken) =>
        [.. (await coverage.ReadAsync(cancellationToken))
            .Where(provider => provider.Waiting + provider.Found + provider.Missing + provider.Failed > 0)
            .Select(provider => new QueueStatus(
                provider.Provider, provider.Waiting, provider.Found, provider.Missing, provider.Failed, provider.Message, provider.Waiting > 0 ? provider.NextTryAt : null))];
}
