using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods;

/// <summary>Reads the audio features of a listener's tracks by a plain data reader: entities would take ten times as long.</summary>
internal sealed class TrackFeaturesReader(IDbContextFactory<DashboardDbContext> contexts)
{
    // Every stored track, also of other listeners: one pass over a narrow table beats looking up each id, and the catalogue picks.
    private const string Sql =
        "SELECT track_id, danceability, energy, key, loudness, mode, speechiness, acousticness, instrumentalness, liveness, valence, tempo, duration_ms, time_signature FROM audio_features";

    /// <summary>Reads them for the tracks of <paramref name="log"/>.</summary>
    public async Task<TrackFeatures> ReadAsync(ListeningLog log, CancellationToken cancellationToken)
    {
        var columns = Features.Thirteen.Count;
        var (tracks, values) = await ReadRowsAsync(log.Catalogue, columns, cancellationToken);
        var order = Enumerable.Range(0, tracks.Count).ToArray();
        Array.Sort(
            [.. tracks.Select(track => log.Catalogue.Tracks[track].PublicId)], order, StringComparer.Ordinal);

        var sorted = new float[values.Count];
        for (var row = 0; row < order.Length; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                sorted[(row * columns) + column] = values[(order[row] * columns) + column];
            }
        }

        var known = new FeatureMatrix(FeatureSet.Thirteen.Keys, sorted, order.Select(row => tracks[row]));
        return new TrackFeatures(log, known, CountTracks(log.Catalogue));
    }

    private async Task<(List<int> Tracks, List<float> Values)> ReadRowsAsync(LogCatalogue catalogue, int columns, CancellationToken cancellationToken)
    {
        List<int> tracks = new(catalogue.Tracks.Count);
        List<float> values = new(catalogue.Tracks.Count * columns);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = Sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var track = catalogue.IndexOf(reader.GetInt32(0));
            if (track >= 0 && catalogue.SoundsAs[track] == track)
            {
                AddRow(reader, columns, track, tracks, values);
            }
        }

        return (tracks, values);
    }

    /// <summary>Appends the row unless nothing in it is known.</summary>
    private static void AddRow(DbDataReader reader, int columns, int track, List<int> tracks, List<float> values)
    {
        var isKnown = false;
        for (var column = 1; column <= columns; column++)
        {
            var value = reader.IsDBNull(column) ? float.NaN : (float)reader.GetDouble(column);
            isKnown |= !float.IsNaN(value);
            values.Add(value);
        }

        if (isKnown)
        {
            tracks.Add(track);
        }
        else
        {
            values.RemoveRange(values.Count - columns, columns);
        }
    }

    private static int CountTracks(LogCatalogue catalogue)
    {
        var count = 0;
        for (var track = 0; track < catalogue.SoundsAs.Length; track++)
        {
            count += catalogue.SoundsAs[track] == track ? 1 : 0;
        }

        return count;
    }
}
