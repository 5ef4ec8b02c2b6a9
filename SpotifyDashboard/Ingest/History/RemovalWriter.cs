using System.Data.Common;
using System.Globalization;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Stores which sightings our own export calls removed or restored. Of two words about one sighting the later holds, so that the order of imports does not matter.</summary>
internal sealed class RemovalWriter(WriteTransaction write) : IDisposable
{
    private readonly DbCommand _find = write.Command(
        $"""
        SELECT id FROM sightings WHERE listener_id = {write.ListenerId} AND ended_at = @ended AND source = @source AND track_id = @track
          AND ms_played = @ms AND offline_timestamp = @offline AND occurrence = @occurrence
        """,
        "ended", "source", "track", "ms", "offline", "occurrence");

    private readonly DbCommand _isRemoved = write.Command(
        $"SELECT 1 FROM removed_sightings WHERE listener_id = {write.ListenerId} AND sighting_id = @id AND restored_at IS NULL", "id");

    private readonly DbCommand _store = write.Command(
        $"""
        INSERT INTO removed_sightings (listener_id, sighting_id, removed_at, restored_at) VALUES ({write.ListenerId}, @id, @removed, @restored)
        ON CONFLICT (listener_id, sighting_id) DO UPDATE SET removed_at = excluded.removed_at, restored_at = excluded.restored_at
        WHERE COALESCE(excluded.restored_at, excluded.removed_at) > COALESCE(removed_sightings.restored_at, removed_sightings.removed_at)
        """,
        "id", "removed", "restored");

    /// <summary>Takes what a row says of a sighting.</summary>
    /// <param name="sighting">The sighting as it was offered to the database.</param>
    /// <param name="isStored">Whether the database took it; else an equal one was known.</param>
    /// <param name="told">When it was removed, and restored.</param>
    /// <returns>The number of a sighting known before that is now removed or restored; null where nothing known changes.</returns>
    public long? Take(in SightingFacts sighting, bool isStored, OwnFacts told)
    {
        if (told.RemovedAt is not { } removed)
        {
            return null;
        }

        var id = isStored ? sighting.Id : KnownAs(sighting);
        var before = IsRemoved(id);
        _store.Run(id, removed, told.RestoredAt);
        return !isStored && IsRemoved(id) != before ? id : null;
    }

    public void Dispose()
    {
        _find.Dispose();
        _isRemoved.Dispose();
        _store.Dispose();
    }

    private bool IsRemoved(long id) => _isRemoved.Find(id) is not null;

    private long KnownAs(in SightingFacts sighting)
    {
        _find.Set(sighting.EndedAt, (short)sighting.Source, sighting.TrackId, sighting.MsPlayed, sighting.OfflineTimestamp, sighting.Occurrence);
        return Convert.ToInt64(_find.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
