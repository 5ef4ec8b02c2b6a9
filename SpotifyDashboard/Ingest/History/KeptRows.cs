using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Stores the rows of our own export that are no sightings: tracks of the library, and gaps.</summary>
internal sealed class KeptRows(WriteTransaction write, Catalogue catalogue, Ledger ledger) : IDisposable
{
    private const string Known = "the same row is known already";

    private readonly DbCommand _keep = write.Command(
        $"""
        INSERT INTO library_tracks (listener_id, track_id, source, added_at, saved_at) VALUES ({write.ListenerId}, @track, @source, @added, @saved)
        ON CONFLICT (listener_id, track_id) DO UPDATE SET saved_at = excluded.saved_at WHERE library_tracks.saved_at IS NULL AND excluded.saved_at IS NOT NULL
        """,
        "track", "source", "added", "saved");

    private readonly DbCommand _note = write.Command(
        $"""
        INSERT INTO gaps (listener_id, from_at, to_at, found_at, closed_at, closed_by) VALUES ({write.ListenerId}, @from, @to, @found, @closed, @by)
        ON CONFLICT DO NOTHING
        """,
        "from", "to", "found", "closed", "by");

    /// <summary>A track of the library.</summary>
    public void LibraryTrack(RowTrack track, OwnFacts told)
    {
        // Names of a list say less than those of a play, unless the export tells their moment.
        var known = catalogue.Track(track, seenAt: 0, told.Track);
        Account(_keep.Run(known.Id, (short)told.Source, told.AddedAt ?? 0, told.SavedAt));
    }

    /// <summary>A stretch in which plays may be missing.</summary>
    public void Gap(OwnFacts told)
    {
        if (told is { FromAt: { } from, ToAt: { } to, FoundAt: { } found })
        {
            Account(_note.Run(from, to, found, told.ClosedAt, told.ClosedBy));
        }
        else
        {
            ledger.Malformed("a gap without its ends");
        }
    }

    public void Dispose()
    {
        _keep.Dispose();
        _note.Dispose();
    }

    private void Account(int stored)
    {
        if (stored == 0)
        {
            ledger.Duplicate(Known);
            return;
        }

        write.MarkAdded();
        ledger.Added();
    }
}
