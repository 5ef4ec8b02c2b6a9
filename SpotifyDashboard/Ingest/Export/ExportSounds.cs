using System.Data.Common;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>Reads how tracks sound and which genres artists have.</summary>
internal static class ExportSounds
{
    /// <summary>Completes <paramref name="tracks"/>, keyed by their rows.</summary>
    /// <param name="tracks">The tracks of the export.</param>
    /// <param name="rows">Runs a query.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task ReadAsync(
        Dictionary<int, ExportTrack> tracks, Func<string, CancellationToken, Task<DbDataReader>> rows, CancellationToken cancellationToken)
    {
        await using (var sounds = await rows(
            $"SELECT track_id, provenance, stored_at, {string.Join(", ", Features.Thirteen.Select(Features.KeyOf))} FROM audio_features", cancellationToken))
        {
            while (await sounds.ReadAsync(cancellationToken))
            {
                if (tracks.TryGetValue(sounds.GetInt32(0), out var track))
                {
                    track.Sound = SoundOf(sounds);
                }
            }
        }

        var genres = new Dictionary<int, List<OwnGenre>>();
        await using (var told = await rows("SELECT artist_id, genre, provenance, weight, stored_at FROM artist_genres", cancellationToken))
        {
            while (await told.ReadAsync(cancellationToken))
            {
                var artist = told.GetInt32(0);
                genres[artist] = [.. genres.GetValueOrDefault(artist, []), GenreOf(told)];
            }
        }

        foreach (var track in tracks.Values)
        {
            if (genres.TryGetValue(track.ArtistRow, out var known))
            {
                track.Genres = [.. known.OrderBy(genre => genre.Genre, StringComparer.Ordinal).ThenBy(genre => genre.Provenance, StringComparer.Ordinal)];
            }
        }
    }

    private static OwnSound SoundOf(DbDataReader row)
    {
        var values = new double?[Features.Thirteen.Count];
        for (var column = 0; column < values.Length; column++)
        {
            values[column] = row.IsDBNull(column + 3) ? null : row.GetDouble(column + 3);
        }

        return new OwnSound(values, row.GetString(1), row.GetInt64(2));
    }

    private static OwnGenre GenreOf(DbDataReader row) => new(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetDouble(3), row.GetInt64(4));
}
