using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>The saved tracks of one listener, inside one transaction.</summary>
internal sealed class SavedLibrary(WriteTransaction write, DateTimeOffset now)
{
    /// <summary>How many are stored, and how many Spotify counts that can't be: local files, tracks that have vanished.</summary>
    public async Task<(int Stored, int LeftOut)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var read = write.Command(
            $"""
            SELECT (SELECT COUNT(*) FROM library_tracks WHERE listener_id = {write.ListenerId} AND saved_at IS NOT NULL),
              COALESCE((SELECT saved_left_out FROM poll_states WHERE listener_id = {write.ListenerId}), 0)
            """);
        await using var rows = await read.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return (rows.GetInt32(0), rows.GetInt32(1));
    }

    /// <summary>Stores entries of the list.</summary>
    /// <returns>Numbers of their tracks, and whether one of them was known with the same date.</returns>
    public (IReadOnlyList<int> Numbers, bool MeetsKnown) Store(IReadOnlyList<SpotifySavedTrack> items, LiveCatalogue catalogue)
    {
        using var find = write.Command(
            $"SELECT COUNT(*) FROM library_tracks WHERE listener_id = {write.ListenerId} AND track_id = @track AND saved_at = @saved", "track", "saved");
        using var store = write.Command(
            $"""
            INSERT INTO library_tracks (listener_id, track_id, source, added_at, saved_at) VALUES ({write.ListenerId}, @track, {(int)Source.Poll}, @now, @saved)
            ON CONFLICT (listener_id, track_id) DO UPDATE SET saved_at = excluded.saved_at
            """,
            "track", "now", "saved");
        var numbers = new List<int>(items.Count);
        var meetsKnown = false;
        foreach (var item in items)
        {
            if (catalogue.Track(item.Track, now) is not { } track)
            {
                continue;
            }

            numbers.Add(track);
            var saved = item.SavedAt.ToUnixTimeMilliseconds();
            if (find.Find(track, saved) > 0)
            {
                meetsKnown = true;
            }
            else
            {
                store.Run(track, now.ToUnixTimeMilliseconds(), saved);
                write.MarkAdded();
            }
        }

        return (numbers, meetsKnown);
    }

    /// <summary>Takes out of the library what is no longer saved; what a file brought as well stays for its sake.</summary>
    public async Task RemoveAllButAsync(IReadOnlySet<int> kept, CancellationToken cancellationToken)
    {
        var gone = new List<int>();
        await using (var read = write.Command($"SELECT track_id FROM library_tracks WHERE listener_id = {write.ListenerId} AND saved_at IS NOT NULL"))
        await using (var rows = await read.ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                if (!kept.Contains(rows.GetInt32(0)))
                {
                    gone.Add(rows.GetInt32(0));
                }
            }
        }

        await using var remove = write.Command(
            $"DELETE FROM library_tracks WHERE listener_id = {write.ListenerId} AND track_id = @track AND source = {(int)Source.Poll}", "track");
        await using var forget = write.Command($"UPDATE library_tracks SET saved_at = NULL WHERE listener_id = {write.ListenerId} AND track_id = @track", "track");
        foreach (var track in gone)
        {
            if (remove.Run(track) == 0)
            {
                forget.Run(track);
            }

            write.MarkRewritten();
        }
    }

    /// <summary>Remembers how far Spotify's count and the stored one lie apart after a whole reading, so that it is not repeated for that.</summary>
    public async Task NoteLeftOutAsync(int total, CancellationToken cancellationToken)
    {
        var (stored, _) = await ReadAsync(cancellationToken);
        await using var note = write.Command(
            $"""
            INSERT INTO poll_states (listener_id, lateness_ms, saved_left_out) VALUES ({write.ListenerId}, 0, @left)
            ON CONFLICT (listener_id) DO UPDATE SET saved_left_out = excluded.saved_left_out
            """,
            "left");
        note.Run(Math.Max(0, total - stored));
    }
}
