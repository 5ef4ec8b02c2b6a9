using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>Puts a generated history in the place of what a listener had, by plain inserts.</summary>
internal sealed class HistoryStore(WriteTransaction write, int listener)
{
    private static readonly string[] s_features =
    [
        "danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness", "instrumentalness", "liveness", "valence", "tempo", "duration_ms",
        "time_signature",
    ];

    /// <summary>Stores the history and tells the program; another listener has plays of the same tracks.</summary>
    public static async Task ReplaceAsync(ReferenceHost host, int listener, GeneratedHistory history)
    {
        await using var write = await host.Services.GetRequiredService<StorageWriter>().BeginAsync(listener, TestContext.Current.CancellationToken);
        var store = new HistoryStore(write, listener);
        await store.ClearAsync();
        await store.AddCatalogueAsync(history.Catalogue);
        await store.AddTracksAsync(history.Catalogue);
        await store.AddPlaysAsync(history.Plays);
        await store.AddStrangerAsync();
        write.MarkRewritten();
        write.MarkCatalogueChanged();
        await write.CommitAsync(TestContext.Current.CancellationToken);
    }

    private async Task ClearAsync()
    {
        foreach (var table in new[] { "recording_splits", "library_tracks", "plays", "audio_features", "tracks", "albums", "artist_genres", "artists", "play_contexts" })
        {
            await write.ExecuteAsync($"DELETE FROM {table}", TestContext.Current.CancellationToken);
        }

        await write.ExecuteAsync($"DELETE FROM circumstances WHERE id <> {Circumstance.UnknownId}", TestContext.Current.CancellationToken);
        await write.ExecuteAsync($"DELETE FROM listeners WHERE id <> {listener}", TestContext.Current.CancellationToken);
    }

    private async Task AddCatalogueAsync(HistoryCatalogue catalogue)
    {
        await InsertAsync("artists", ["id", "spotify_id", "name"], catalogue.Artists.Select(artist => new object?[] { artist.Id, artist.SpotifyId, artist.Name }));
        await InsertAsync(
            "artist_genres",
            ["artist_id", "genre", "provenance", "stored_at"],
            catalogue.Artists.SelectMany(artist => artist.Genres.Select(genre => new object?[] { artist.Id, genre.Genre, genre.Provenance, 0L })));
        await InsertAsync(
            "albums",
            ["id", "spotify_id", "artist_id", "title", "release_date"],
            catalogue.Albums.Select(album => new object?[] { album.Id, album.SpotifyId, album.Artist, album.Title, album.ReleaseDate }));
    }

    private async Task AddTracksAsync(HistoryCatalogue catalogue)
    {
        await InsertAsync(
            "tracks",
            ["id", "spotify_id", "name_key", "title", "artist_id", "album_id", "duration_ms", "isrc", "explicit", "popularity", "named_at", "is_invented"],
            catalogue.Tracks.Select(track => new object?[]
            {
                track.Id, track.SpotifyId, NameKey.Of(catalogue.Artists[track.Artist - 1].Name, track.Title), track.Title, track.Artist, track.Album, track.Length,
                track.Isrc, track.Explicit, track.Popularity, 0L, false,
            }));
        await InsertAsync(
            "audio_features",
            ["track_id", .. s_features, "provenance", "stored_at"],
            catalogue.Tracks.Where(track => track.Features is not null).Select(track => (object?[])[track.Id, .. (track.Features ?? []).Cast<object?>(), "test", 0L]));
        await InsertAsync(
            "recording_splits",
            ["listener_id", "track_id", "other_track_id", "decided_at"],
            catalogue.Splits.Select(split => new object?[] { listener, split.Track, split.Other, 0L }));
        await InsertAsync(
            "library_tracks",
            ["listener_id", "track_id", "source", "added_at"],
            catalogue.Saved.Select(track => new object?[] { listener, track, (byte)Source.Poll, 0L }));
    }

    private async Task AddPlaysAsync(IReadOnlyList<HistoryPlay> plays)
    {
        var circumstances = Numbered(plays.Select(play => (play.Reason, play.Platform, play.Country)), Circumstance.UnknownId);
        var contexts = Numbered(plays.Select(play => play.Context).OfType<string>(), 0);
        await InsertAsync(
            "circumstances",
            ["id", "reason_start", "reason_end", "platform", "country"],
            circumstances.Select(entry => new object?[] { entry.Value, "test", entry.Key.Reason, entry.Key.Platform, entry.Key.Country }));
        await InsertAsync("play_contexts", ["id", "uri"], contexts.Select(entry => new object?[] { entry.Value, entry.Key }));
        await InsertAsync(
            "plays",
            ["listener_id", "started_at", "id", "ended_at", "ms_played", "track_id", "source", "precision", "circumstance_id", "flags", "context_id"],
            plays.Select(play => new object?[]
            {
                listener, play.StartedAt, play.Id, play.StartedAt + play.Ms, play.Ms, play.Track, play.Source, play.Precision,
                circumstances[(play.Reason, play.Platform, play.Country)], play.Flags, play.Context is { } uri ? contexts[uri] : null,
            }));
    }

    /// <summary>Somebody else played every track twice; nothing of it may be seen.</summary>
    private async Task AddStrangerAsync()
    {
        var stranger = listener + 1;
        await write.ExecuteAsync(
            $"""
            INSERT INTO listeners (id, display_name, time_zone, time_zone_chosen, counting_rule, theme, is_demo, created_at, plays_version, rewritten_at_version)
            VALUES ({stranger}, 'Stranger', 'Asia/Tokyo', TRUE, 0, 'system', FALSE, 0, 1, 1);
            INSERT INTO plays (listener_id, started_at, id, ended_at, ms_played, track_id, source, precision, circumstance_id, flags)
            SELECT {stranger}, 1770000000000 + 1000000 * t.id + n.id, 1000000000 + 2 * t.id + n.id, 1770000000000 + 1000000 * t.id + 500000, 400000, t.id, 1, 1, 1, 0
            FROM tracks t JOIN (SELECT 0 AS id UNION ALL SELECT 1) n
            """,
            TestContext.Current.CancellationToken);
    }

    private static Dictionary<T, int> Numbered<T>(IEnumerable<T> values, int last)
        where T : notnull =>
        values.Distinct().Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => last + 1 + pair.i);

    private async Task InsertAsync(string table, string[] columns, IEnumerable<object?[]> rows)
    {
        await using var insert = write.Command($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})", columns);
        foreach (var row in rows)
        {
            Fill(insert, row);
            insert.ExecuteNonQuery();
        }
    }

    private static void Fill(DbCommand insert, object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            insert.Parameters[i].Value = row[i] ?? DBNull.Value;
        }
    }
}
