using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Edits;

/// <summary>The sightings that saw one play, with their given ends (milliseconds since 1970).</summary>
internal sealed record PlaySightings(IReadOnlyList<(long Id, long EndedAt)> Members)
{
    /// <summary>Sightings of one play lie no further apart.</summary>
    private const long Reach = PlayMerger.LongestFlip + PlayMerger.PollReach + PlayMerger.Reach;

    /// <summary>Finds them by the play's id, or by that of any sighting of it.</summary>
    /// <returns>Null where the listener has no such sighting.</returns>
    public static async Task<PlaySightings?> FindAsync(WriteTransaction write, long playId, CancellationToken cancellationToken)
    {
        if (await CarrierAsync(write, playId, cancellationToken) is not var (carrier, endedAt))
        {
            return null;
        }

        var members = new List<(long, long)>();
        await using var select = write.Command(
            $"""
            SELECT id, ended_at FROM sightings
            WHERE listener_id = {write.ListenerId} AND ended_at BETWEEN @first AND @last AND (id = @carrier OR merged_into_id = @carrier)
            """,
            "first", "last", "carrier");
        select.Set(endedAt - Reach, endedAt + Reach, carrier);
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            members.Add((rows.GetInt64(0), rows.GetInt64(1)));
        }

        return new PlaySightings(members);
    }

    private static async Task<(long Id, long EndedAt)?> CarrierAsync(WriteTransaction write, long sightingId, CancellationToken cancellationToken)
    {
        await using var find = write.Command(
            $"""
            SELECT c.id, c.ended_at FROM sightings s JOIN sightings c ON c.id = COALESCE(s.merged_into_id, s.id)
            WHERE s.id = @id AND s.listener_id = {write.ListenerId}
            """,
            "id");
        find.Set(sightingId);
        await using var rows = await find.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? (rows.GetInt64(0), rows.GetInt64(1)) : null;
    }
}
