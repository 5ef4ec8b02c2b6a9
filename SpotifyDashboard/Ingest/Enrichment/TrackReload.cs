using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Has one track asked about anew, and says what came of it.</summary>
internal sealed class TrackReload(
    ProviderCache cache, SoundLane sounds, EnrichmentService service, EnrichmentProgress progress, IDbContextFactory<DashboardDbContext> contexts)
{
    private const byte Track = (byte)EnrichmentSubject.Track;

    /// <summary>Forgets what was answered about the track and puts it first in the queue. What is stored of it stays until something newer is.</summary>
    /// <param name="trackId">Number of its row.</param>
    /// <param name="spotifyId">Spotify's id.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task BeginAsync(int trackId, string spotifyId, CancellationToken cancellationToken)
    {
        await cache.ForgetIdAsync(spotifyId, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Enrichments.Where(row => row.Subject == Track && row.SubjectId == trackId).ExecuteDeleteAsync(cancellationToken);
        sounds.Prefer(trackId);
        service.Wake();
    }

    /// <summary>What came of asking ReccoBeats about the track; null while nothing has.</summary>
    public async Task<string?> OutcomeAsync(int trackId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Enrichments.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Subject == Track && row.SubjectId == trackId && row.Provider == EnrichmentQuestion.Sound.Provider, cancellationToken);
        return row switch
        {
            { Outcome: (byte)EnrichmentOutcome.Found } => "Reloaded: ReccoBeats knows this track.",
            { Outcome: (byte)EnrichmentOutcome.Missing } => "ReccoBeats does not know this track. It is asked again in 30 days.",
            { } failed => $"ReccoBeats failed: {failed.Detail} It is asked again in an hour.",
            null when progress.Of(EnrichmentQuestion.Sound) is { NextTryAt: not null } waits => $"ReccoBeats can't be asked at the moment: {waits.Message} The track stands in the queue.",
            null => null,
        };
    }
}
