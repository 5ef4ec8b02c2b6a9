using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Keeps suggested tracks apart from the library.</summary>
internal sealed class SuggestionStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>All that is kept for a listener, by id.</summary>
    public async Task<IReadOnlyList<SuggestedTrack>> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.SuggestedTracks.AsNoTracking().Where(row => row.ListenerId == listenerId).OrderBy(row => row.SpotifyId).ToListAsync(cancellationToken);
        return [.. rows.Select(static row => new SuggestedTrack(
            row.SpotifyId, row.Title, row.Artist, row.MainArtist, row.DurationMs, row.Isrc, JsonSerializer.Deserialize<double?[]>(row.Features) ?? []))];
    }

    /// <summary>The last fetch; null while there was none.</summary>
    public async Task<SuggestionFetch?> LastFetchAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SuggestionFetches.AsNoTracking().SingleOrDefaultAsync(row => row.ListenerId == listenerId, cancellationToken) is { } row
            ? new SuggestionFetch(JsonSerializer.Deserialize<string[]>(row.Seeds) ?? [], row.Named, row.FetchedAt)
            : null;
    }

    /// <summary>Puts what was fetched in the place of what was suggested before; tracks with a verdict stay.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="seeds">Spotify ids that were started from.</param>
    /// <param name="named">How many tracks were named.</param>
    /// <param name="tracks">Those that are kept.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task ReplaceAsync(int listenerId, IReadOnlyList<string> seeds, int named, IReadOnlyList<SuggestedTrack> tracks, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        string[] ids = [.. tracks.Select(static track => track.SpotifyId)];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.SuggestedTracks
            .Where(row => row.ListenerId == listenerId
                && (ids.Contains(row.SpotifyId) || !context.RecommendationVerdicts.Any(verdict => verdict.ListenerId == listenerId && verdict.TrackId == row.SpotifyId)))
            .ExecuteDeleteAsync(cancellationToken);
        await context.SuggestionFetches.Where(row => row.ListenerId == listenerId).ExecuteDeleteAsync(cancellationToken);
        context.SuggestedTracks.AddRange(tracks.Select(track => new SuggestedTrackRow
        {
            ListenerId = listenerId,
            SpotifyId = track.SpotifyId,
            Title = track.Title,
            Artist = track.Artist,
            MainArtist = track.MainArtist,
            DurationMs = track.DurationMs,
            Isrc = track.Isrc,
            Features = JsonSerializer.Serialize(track.Features),
            SuggestedAt = now,
        }));
        context.SuggestionFetches.Add(new SuggestionFetchRow { ListenerId = listenerId, Seeds = JsonSerializer.Serialize(seeds), Named = named, FetchedAt = now });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
