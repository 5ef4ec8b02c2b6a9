using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Catalogue;

/// <summary>Reads what is known of one track of a listener's. Nobody outside is asked.</summary>
internal sealed class TrackService(StatisticsService statistics, IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>The track that addresses call <paramref name="publicId"/>; null where this listener has none of that id.</summary>
    public async Task<TrackView?> ReadAsync(ListenerProfile listener, string publicId, CancellationToken cancellationToken)
    {
        var view = await statistics.ReadAsync(listener, Period.Everything, rule: null, cancellationToken);
        var catalogue = view.Log.Catalogue;
        var index = catalogue.IndexOf(publicId);
        if (index < 0)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var id = catalogue.Tracks[index].Id;
        var row = await context.Tracks.AsNoTracking().SingleAsync(track => track.Id == id, cancellationToken);
        var album = await context.Albums.AsNoTracking().SingleOrDefaultAsync(album => album.Id == row.AlbumId, cancellationToken);
        var sound = await context.AudioFeatures.AsNoTracking().SingleOrDefaultAsync(features => features.TrackId == id, cancellationToken);
        var origins = await context.ValueOrigins.AsNoTracking().Where(origin => origin.TrackId == id).ToDictionaryAsync(origin => origin.Field, StringComparer.Ordinal, cancellationToken);
        var genres = await context.ArtistGenres.AsNoTracking().Where(genre => genre.ArtistId == row.ArtistId).OrderBy(genre => genre.Genre).ToListAsync(cancellationToken);
        var apart = await context.RecordingSplits.AsNoTracking()
            .Where(split => split.ListenerId == listener.Id && (split.TrackId == id || split.OtherTrackId == id))
            .Select(split => split.TrackId == id ? split.OtherTrackId : split.TrackId)
            .ToListAsync(cancellationToken);
        var byTrack = TrackTotals.Of(view.Log, view.Runs, view.Counted, [.. Enumerable.Range(0, catalogue.Tracks.Count)]);
        TrackId IdAt(int other) => new(
            catalogue.Tracks[other].Id,
            catalogue.Tracks[other].PublicId,
            catalogue.Tracks[other].Title,
            catalogue.Tracks[other].AlbumIndex is >= 0 and var at ? catalogue.Albums[at].Title : null,
            byTrack.Plays[other]);
        return new TrackView(
            id,
            row.Title,
            row.SpotifyId,
            row.IsInvented,
            [.. Enumerable.Range(0, catalogue.Tracks.Count).Where(other => catalogue.CountsAs[other] == catalogue.CountsAs[index]).OrderBy(other => other != index).Select(IdAt)],
            [.. apart.Select(catalogue.IndexOf).Where(other => other >= 0).Select(IdAt)],
            FactsOf(row, album, origins),
            SoundsOf(sound, origins),
            [.. genres.Select(genre => new ToldValue("Genre", genre.Genre, genre.Provenance, genre.StoredAt))],
            view.Zone);
    }

    private static ToldValue[] FactsOf(Track row, Album? album, Dictionary<string, ValueOrigin> origins)
    {
        var culture = CultureInfo.CurrentCulture;
        var otherwise = row.IsInvented ? "demo" : null;
        return
        [
            new("Album", album?.Title, otherwise),
            new("Released", album?.ReleaseDate, otherwise ?? "spotify"),
            From("Length", "duration_ms", row.DurationMs is { } duration ? FeatureWords.Format(Feature.DurationMs, duration, culture) : null),
            From("Popularity", "popularity", row.Popularity?.ToString(culture)),
            From("ISRC", "isrc", row.Isrc),
        ];

        ToldValue From(string name, string field, string? text) =>
            text is not null && origins.TryGetValue(field, out var origin) ? new ToldValue(name, text, origin.Provenance, origin.StoredAt) : new ToldValue(name, text, otherwise);
    }

    private static ToldValue[] SoundsOf(AudioFeatures? sound, Dictionary<string, ValueOrigin> origins)
    {
        if (sound is null)
        {
            return [];
        }

        return [.. Features.Thirteen.Where(feature => sound[feature] is not null).Select(feature =>
            {
                var text = FeatureWords.Format(feature, sound[feature].GetValueOrDefault(), CultureInfo.CurrentCulture);
                return origins.TryGetValue($"features.{Features.KeyOf(feature)}", out var origin)
                    ? new ToldValue(FeatureWords.NameOf(feature), text, origin.Provenance, origin.StoredAt)
                    : new ToldValue(FeatureWords.NameOf(feature), text, sound.Provenance, sound.StoredAt);
            })];
    }
}
