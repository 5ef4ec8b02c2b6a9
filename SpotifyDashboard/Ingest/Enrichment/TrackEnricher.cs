using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Asks for the sound of given tracks at once.</summary>
internal sealed partial class TrackEnricher(SoundLane sounds, IDbContextFactory<DashboardDbContext> contexts, ILogger<TrackEnricher> logger) : ITrackEnricher
{
    /// <inheritdoc/>
    public async Task<(int Wanted, int Found)> EnrichAsync(int listenerId, IReadOnlyCollection<int> trackIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trackIds);
        var before = await LackingAsync(trackIds, cancellationToken);
        try
        {
            await sounds.AskAboutAsync(trackIds, cancellationToken);
        }
        catch (ProviderException exception)
        {
            // A failing service degrades one part: what is missing comes in the background.
            LogStopped(listenerId, exception.Message);
        }

        return (before, before - await LackingAsync(trackIds, cancellationToken));
    }

    private async Task<int> LackingAsync(IReadOnlyCollection<int> trackIds, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        var lacking = 0;
        foreach (var some in trackIds.Distinct().Chunk(500))
        {
            command.CommandText = $"""
                SELECT COUNT(*) FROM tracks t WHERE t.id IN ({string.Join(',', some)}) AND t.spotify_id IS NOT NULL AND NOT t.is_invented
                  AND NOT EXISTS (SELECT 1 FROM audio_features f WHERE f.track_id = t.id)
                """;
            lacking += Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }

        return lacking;
    }

    [LoggerMessage(LogLevel.Warning, "The tracks of listener {ListenerId} could not all be enriched at once: {Reason}")]
    private partial void LogStopped(int listenerId, string reason);
}
