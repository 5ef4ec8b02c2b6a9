using System.Data.Common;
using System.Globalization;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Demo;

/// <summary>Stores made-up plays on the way of all others: as sightings, from which <see cref="PlayMerger"/> derives the plays.</summary>
internal static class DemoPlayWriter
{
    /// <summary>Stores plays of a listener whose catalogue is stored already.</summary>
    /// <returns>How many were stored.</returns>
    public static async Task<int> WriteAsync(WriteTransaction write, int listenerId, IEnumerable<DemoPlay> plays, CancellationToken cancellationToken)
    {
        var tracks = await TrackIdsAsync(write, cancellationToken);
        var circumstances = new Dictionary<(string Start, string End, string Platform), int>();
        var id = await LastIdAsync(write, cancellationToken);
        var sightings = new List<SightingFacts>();
        foreach (var made in plays)
        {
            sightings.Add(new SightingFacts
            {
                Id = ++id,
                EndedAt = made.EndedAt.ToUnixTimeMilliseconds(),
                Source = Source.Demo,
                TrackId = tracks[made.Track.SpotifyId],
                MsPlayed = made.MsPlayed,
                CircumstanceId = await CircumstanceAsync(made),
                Flags = made.Traits,
                Names = "",
            });
        }

        StoreSightings(write, listenerId, sightings);
        StorePlays(write, listenerId, PlayMerger.Derive(sightings));
        return sightings.Count;

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

    // Synchronous, as everywhere where rows come by the thousand: an await per row costs more than the row.
    private static void StoreSightings(WriteTransaction write, int listenerId, List<SightingFacts> sightings)
    {
        using var insert = write.Command(
            $"""
            INSERT INTO sightings (id, ended_at, track_id, ms_played, circumstance_id, flags, listener_id, source, offline_timestamp, occurrence)
            VALUES (@id, @ended, @track, @ms, @circumstance, @flags, {listenerId}, {(int)Source.Demo}, 0, 0)
            """,
            "id", "ended", "track", "ms", "circumstance", "flags");
        foreach (var sighting in sightings)
        {
            insert.Run(sighting.Id, sighting.EndedAt, sighting.TrackId, sighting.MsPlayed, sighting.CircumstanceId, (short)sighting.Flags);
        }
    }

    private static void StorePlays(WriteTransaction write, int listenerId, IReadOnlyList<MergedPlay> plays)
    {
        using var insert = write.Command(
            $"""
            INSERT INTO plays (id, started_at, ended_at, track_id, ms_played, precision, circumstance_id, flags, listener_id, source)
            VALUES (@id, @started, @ended, @track, @ms, @precision, @circumstance, @flags, {listenerId}, {(int)Source.Demo})
            """,
            "id", "started", "ended", "track", "ms", "precision", "circumstance", "flags");
        foreach (var (play, _, _) in plays)
        {
            insert.Run(play.Id, play.Times.StartedAt, play.Times.EndedAt, play.TrackId, play.MsPlayed, (short)play.Times.Precision, play.CircumstanceId, (short)play.Flags);
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
