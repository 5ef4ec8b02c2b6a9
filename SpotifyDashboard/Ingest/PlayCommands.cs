using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest;

/// <summary>The prepared statements that change plays and say which sighting was merged into which.</summary>
/// <remarks>Called for every row of an import, one after the other inside one transaction, hence synchronous: an await per row costs more than the row.</remarks>
internal sealed class PlayCommands : IDisposable
{
    private readonly WriteTransaction _write;
    private readonly NumberRows _inserts;
    private readonly DbCommand _update;
    private readonly DbCommand _delete;
    private readonly DbCommand _merge;

    public PlayCommands(WriteTransaction write)
    {
        _write = write;
        _inserts = NumberRows.For(
            write,
            "INSERT INTO plays (listener_id, started_at, id, ended_at, ms_played, track_id, source, precision, circumstance_id, flags, context_id)",
            tail: "");
        _update = write.Command(
            $"""
            UPDATE plays SET circumstance_id = @circumstance, flags = @flags, context_id = @context
            WHERE listener_id = {write.ListenerId} AND started_at = @started AND id = @id
            """,
            "circumstance", "flags", "context", "started", "id");
        _delete = write.Command($"DELETE FROM plays WHERE listener_id = {write.ListenerId} AND started_at = @started AND id = @id", "started", "id");
        _merge = write.Command($"UPDATE sightings SET merged_into_id = @into WHERE id = @id AND listener_id = {write.ListenerId}", "into", "id");
    }

    /// <summary>Stores a play, at the latest at <see cref="Flush"/>.</summary>
    /// <param name="play">The play.</param>
    /// <param name="isNew">Whether it rests on a sighting of this transaction, so that its id is above all others.</param>
    public void Insert(in DerivedPlay play, bool isNew)
    {
        _inserts.Add(
            _write.ListenerId,
            play.Times.StartedAt,
            play.Id,
            play.Times.EndedAt,
            play.MsPlayed,
            play.TrackId,
            (long)play.Source,
            (long)play.Times.Precision,
            play.CircumstanceId,
            (long)play.Flags,
            play.ContextId);
        if (_inserts.IsFull)
        {
            Flush();
        }

        if (isNew)
        {
            _write.MarkAdded();
        }
        else
        {
            _write.MarkRewritten();
        }
    }

    /// <summary>Alters what several sightings tell together; times, track and milliseconds never change under one id.</summary>
    public void Update(in DerivedPlay play)
    {
        ChangeOne(_update, play.CircumstanceId, (short)play.Flags, play.ContextId, play.Times.StartedAt, play.Id);
        _write.MarkRewritten();
    }

    /// <summary>Removes the play that <paramref name="carrier"/> carried.</summary>
    public void Delete(in SightingFacts carrier)
    {
        ChangeOne(_delete, carrier.Times.StartedAt, carrier.Id);
        _write.MarkRewritten();
    }

    /// <summary>Notes that a sighting saw the play of another; null: that it carries its own.</summary>
    public void Merge(long sightingId, long? intoId) => ChangeOne(_merge, intoId, sightingId);

    /// <summary>Stores the plays that still wait. Within one derivation no play is both inserted and removed, so their order does not matter.</summary>
    public void Flush()
    {
        var waiting = _inserts.Count;
        if (_inserts.Flush() != waiting)
        {
            throw new InvalidOperationException("A play was not stored.");
        }
    }

    public void Dispose()
    {
        _inserts.Dispose();
        _update.Dispose();
        _delete.Dispose();
        _merge.Dispose();
    }

    private static void ChangeOne(DbCommand command, params ReadOnlySpan<object?> values)
    {
        if (command.Run(values) != 1)
        {
            throw new InvalidOperationException($"One row was expected to change: {command.CommandText}");
        }
    }
}
