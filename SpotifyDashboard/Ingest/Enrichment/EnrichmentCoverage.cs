using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Says how far enriching has come, from what is stored: nobody is asked.</summary>
public sealed class EnrichmentCoverage
{
    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly EnrichmentQueue _queue;
    private readonly EnrichmentProgress _progress;
    private readonly ISpotifyCapabilities _capabilities;

    internal EnrichmentCoverage(
        IDbContextFactory<DashboardDbContext> contexts, EnrichmentQueue queue, EnrichmentProgress progress, ISpotifyCapabilities capabilities)
    {
        _capabilities = capabilities;
        _contexts = contexts;
        _queue = queue;
        _progress = progress;
    }

    /// <summary>One line for each provider, in the order in which they are asked; what this app may not ask is left out.</summary>
    public async Task<IReadOnlyList<ProviderCoverage>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var counts = (await context.Enrichments.AsNoTracking()
            .GroupBy(row => new { row.Provider, row.Outcome })
            .Select(group => new { group.Key.Provider, group.Key.Outcome, Count = group.Count() })
            .ToListAsync(cancellationToken)).ToLookup(row => row.Provider, StringComparer.Ordinal);
        List<ProviderCoverage> coverage = [];
        var mayAskSpotify = await _capabilities.HasAsync(SpotifyCapability.AudioFeatures, cancellationToken);
        foreach (var provider in EnrichmentQuestion.All
            .Where(question => mayAskSpotify || question != EnrichmentQuestion.OldSound)
            .GroupBy(question => question.Provider, StringComparer.Ordinal))
        {
            var waiting = 0;
            foreach (var question in provider)
            {
                waiting += await _queue.CountAsync(question, cancellationToken);
            }

            var state = provider.Select(_progress.Of).MaxBy(lane => lane.NextTryAt ?? DateTimeOffset.MinValue) ?? LaneState.AtRest;
            int Of(EnrichmentOutcome outcome) => counts[provider.Key].Where(row => row.Outcome == (byte)outcome).Sum(row => row.Count);
            coverage.Add(new ProviderCoverage(
                provider.Key, waiting, Of(EnrichmentOutcome.Found), Of(EnrichmentOutcome.Missing), Of(EnrichmentOutcome.Failed), state.Message, state.NextTryAt));
        }

        return coverage;
    }
}
