using System.Data.Common;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Stores the rows of our own export that are no sightings: tracks of the library, gaps, and which tracks are not the same.</summary>
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

    private readonly DbCommand _split = write.Command(
        $"INSERT INTO recording_splits (listener_id, track_id, other_track_id, decided_at) VALUES ({write.ListenerId}, @one, @other, @at) ON CONFLICT DO NOTHING",
        "one", "other", "at");

    private readonly DbCommand _findById = write.Command("SELECT id FROM tracks WHERE spotify_id = @id", "id");
    private readonly DbCommand _findByNames = write.Command("SELECT id FROM tracks WHERE name_key = @key AND spotify_id IS NULL", "key");

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

    /// <summary>Two tracks that the listener told apart. Rows before have brought both.</summary>
    public void Split(OwnFacts told)
    {
        if (Find(told.One) is { } one && Find(told.Other) is { } other && one != other && told.DecidedAt is { } decided)
        {
            var stored = _split.Run(Math.Min(one, other), Math.Max(one, other), decided);
            if (stored > 0)
            {
                write.MarkRewritten();
            }

            Account(stored);
        }
        else
        {
            ledger.NotMusic("tells tracks apart that are not here");
        }
    }

    public void Dispose()
    {
        _split.Dispose();
        _findById.Dispose();
        _findByNames.Dispose();
        _keep.Dispose();
        _note.Dispose();
    }

    private int? Find(string? reference) => reference switch
    {
        not null when reference.StartsWith("spotify:track:", StringComparison.Ordinal) => _findById.Find(reference["spotify:track:".Length..]),
        not null when reference.StartsWith("name:", StringComparison.Ordinal) => _findByNames.Find(reference["name:".Length..]),
        _ => null,
    };

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
