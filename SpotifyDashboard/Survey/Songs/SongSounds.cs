using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.ReccoBeats;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey.Songs;

/// <summary>Finds out how matched songs sound, what they are called and how popular they are: at home first, then at ReccoBeats, forty at a time.</summary>
internal sealed class SongSounds(ReccoBeatsClient reccoBeats, TimeProvider time)
{
    /// <summary>Fills in what the rows lack; ids nobody knows are marked as asked about, so that they are asked about again only after a month.</summary>
    /// <exception cref="Providers.Http.ProviderException">ReccoBeats failed; what was known at home is filled in.</exception>
    public async Task FillAsync(DashboardDbContext context, IReadOnlyList<SurveySongRow> rows, CancellationToken cancellationToken)
    {
        await FillFromHomeAsync(context, rows, cancellationToken);
        var unknown = rows.Where(static row => row.SoundedAt is null || row.Features is null);
        foreach (var some in unknown.Chunk(ReccoBeatsClient.MostIds))
        {
            await AskAsync(context, some, cancellationToken);
        }
    }

    /// <summary>Fills in what is known at home, without a call outside.</summary>
    public async Task FillFromHomeAsync(DashboardDbContext context, IReadOnlyList<SurveySongRow> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(ReccoBeatsClient.MostIds))
        {
            await FillSomeFromHomeAsync(context, some, cancellationToken);
        }
    }

    private async Task FillSomeFromHomeAsync(DashboardDbContext context, SurveySongRow[] rows, CancellationToken cancellationToken)
    {
        List<string?> ids = [.. rows.Select(static row => row.TrackId)];
        var known = await (
            from track in context.Tracks.AsNoTracking()
            where ids.Contains(track.SpotifyId)
            join artist in context.Artists on track.ArtistId equals artist.Id
            join sound in context.AudioFeatures on track.Id equals sound.TrackId into sounds
            from sound in sounds.DefaultIfEmpty()
            select new { track.SpotifyId, track.Title, track.Popularity, track.DurationMs, Artist = artist.Name, Sound = sound }).ToListAsync(cancellationToken);
        foreach (var track in known)
        {
            foreach (var row in rows.Where(row => row.TrackId == track.SpotifyId))
            {
                (row.Title, row.Artist, row.Popularity) = (track.Title, track.Artist, track.Popularity ?? row.Popularity);
                if (track.Sound is { } sound)
                {
                    row.Features = SurveyJson.Write(Features.Thirteen.Select(feature => sound[feature] ?? (feature == Feature.DurationMs ? track.DurationMs : null)));
                    row.SoundedAt = time.GetUtcNow();
                }
            }
        }

        await NameGenresAsync(context, rows, cancellationToken);
    }

    private async Task AskAsync(DashboardDbContext context, SurveySongRow[] rows, CancellationToken cancellationToken)
    {
        string[] ids = [.. rows.Select(static row => row.TrackId).OfType<string>()];
        var sounds = await reccoBeats.GetFeaturesAsync(ids, cancellationToken);
        var tracks = await reccoBeats.GetTracksAsync(ids, cancellationToken);
        foreach (var row in rows)
        {
            row.SoundedAt = time.GetUtcNow();
            var track = tracks.Found.GetValueOrDefault(row.TrackId ?? "");
            if (track is not null)
            {
                row.Title = track.Title ?? row.Title;
                row.Artist = track.Artists.Count > 0 ? track.Artists[0].Name : row.Artist;
                row.Popularity = track.Popularity ?? row.Popularity;
            }

            if (sounds.Found.GetValueOrDefault(row.TrackId ?? "") is { } sound)
            {
                row.Features = SurveyJson.Write(Features.Thirteen.Select(feature =>
                    sound.Values.TryGetValue(feature, out var value) ? value : feature == Feature.DurationMs ? track?.DurationMs : (double?)null));
            }
        }

        await NameGenresAsync(context, rows, cancellationToken);
    }

    private static async Task NameGenresAsync(DashboardDbContext context, SurveySongRow[] rows, CancellationToken cancellationToken)
    {
        List<string> names = [.. rows.Where(static row => row.Genres == "[]").Select(static row => row.Artist).Distinct(StringComparer.Ordinal)];
        var genres = await (
            from genre in context.ArtistGenres.AsNoTracking()
            join artist in context.Artists on genre.ArtistId equals artist.Id
            where names.Contains(artist.Name)
            select new { artist.Name, genre.Genre }).ToListAsync(cancellationToken);
        var byArtist = genres.ToLookup(static told => told.Name, static told => told.Genre, StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Genres == "[]" && byArtist.Contains(row.Artist)))
        {
            row.Genres = SurveyJson.Write(byArtist[row.Artist].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        }
    }
}
