using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Demo;

/// <summary>Stores made-up plays: the sighting of each, and the play derived from it.</summary>
internal static class DemoPlayWriter
{
    /// <summary>Stores plays of a listener whose catalogue is stored already.</summary>
    /// <returns>How many were stored.</returns>
    public static async Task<int> WriteAsync(WriteTransaction write, int listenerId, IEnumerable<DemoPlay> plays, CancellationToken cancellationToken)
    {
        var tracks = await TrackIdsAsync(write, cancellationToken);
        var circumstances = new Dictionary<(string Start, string End, string Platform), int>();
        var id = await LastIdAsync(write, cancellationToken);
        var before = id;
        await using var sighting = write.Command(
            "INSERT INTO sightings (id, listener_id, ended_at, source, track_id, ms_played, offline_timestamp, occurrence, circumstance_id, flags) "
            + "VALUES (@id, @listener, @ended, @source, @track, @ms, 0, 0, @circumstance, @flags)",
            "id", "listener", "ended", "source", "track", "ms", "circumstance", "flags");
        await using var play = write.Command(
            "INSERT INTO plays (id, listener_id, ended_at, source, track_id, ms_played, circumstance_id, flags, started_at, precision) "
            + "VALUES (@id, @listener, @ended, @source, @track, @ms, @circumstance, @flags, @started, @precision)",
            "id", "listener", "ended", "source", "track", "ms", "circumstance", "flags", "started", "precision");
        foreach (var made in plays)
        {
            object[] values =
            [
                ++id, listenerId, made.EndedAt.ToUnixTimeMilliseconds(), (short)Source.Demo, tracks[made.Track.SpotifyId], made.MsPlayed,
                await CircumstanceAsync(made), (short)made.Traits, made.StartedAt.ToUnixTimeMilliseconds(), (short)Precision.Exact,
            ];
            foreach (var command in (ReadOnlySpan<System.Data.Common.DbCommand>)[sighting, play])
            {
                for (var i = 0; i < command.Parameters.Count; i++)
                {
                    command.Parameters[i].Value = values[i];
                }
            }

            await sighting.ExecuteNonQueryAsync(cancellationToken);
            await play.ExecuteNonQueryAsync(cancellationToken);
        }

        return (int)(id - before);

        async Task<int> CircumstanceAsync(DemoPlay made)
        {
            var key = (made.ReasonStart, made.ReasonEnd, made.Platform);
            if (!circumstances.TryGetValue(key, out var found))
            {
                circumstances[key] = found = await CircumstanceIdAsync(write, key, cancellationToken);
            }

            return found;
        }
    }

    private static async Task<Dictionary<string, int>> TrackIdsAsync(WriteTransaction write, CancellationToken cancellationToken)
    {
        var tracks = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var command = write.Command("SELECT spotify_id, id FROM tracks WHERE is_invented");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            tracks[reader.GetString(0)] = reader.GetInt32(1);
        }

        return tracks;
    }

    private static async Task<long> LastIdAsync(WriteTransaction write, CancellationToken cancellationToken)
    {
        await using var command = write.Command("SELECT COALESCE(MAX(id), 0) FROM sightings");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private static async Task<int> CircumstanceIdAsync(WriteTransaction write, (string Start, string End, string Platform) key, CancellationToken cancellationToken)
    {
        // The update that changes nothing makes the row come back whether it is new or not.
        await using var command = write.Command(
            "INSERT INTO circumstances (reason_start, reason_end, platform, country) VALUES (@start, @end, @platform, 'ZZ') "
            + "ON CONFLICT (reason_start, reason_end, platform, country) DO UPDATE SET country = excluded.country RETURNING id",
            "start", "end", "platform");
        (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value) = (key.Start, key.End, key.Platform);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
