using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Catalogue;

/// <summary>Remembers which tracks a listener says are not the same recording.</summary>
internal sealed class RecordingSplits(StorageWriter writer, TimeProvider time)
{
    /// <summary>Tells two tracks apart: from now on no recording joins them, for this listener.</summary>
    public async Task SplitAsync(int listenerId, int trackId, int otherTrackId, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(otherTrackId, trackId);
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        await using var add = write.Command(
            "INSERT INTO recording_splits (listener_id, track_id, other_track_id, decided_at) VALUES (@listener, @track, @other, @at) ON CONFLICT DO NOTHING",
            "listener", "track", "other", "at");
        add.Run(listenerId, Math.Min(trackId, otherTrackId), Math.Max(trackId, otherTrackId), time.GetUtcNow().ToUnixTimeMilliseconds());
        write.MarkRewritten();
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Takes that back.</summary>
    public async Task JoinAsync(int listenerId, int trackId, int otherTrackId, CancellationToken cancellationToken)
    {
        await using var write = await writer.BeginAsync(listenerId, cancellationToken);
        await using var remove = write.Command(
            "DELETE FROM recording_splits WHERE listener_id = @listener AND track_id = @track AND other_track_id = @other", "listener", "track", "other");
        remove.Run(listenerId, Math.Min(trackId, otherTrackId), Math.Max(trackId, otherTrackId));
        write.MarkRewritten();
        await write.CommitAsync(cancellationToken);
    }
}
