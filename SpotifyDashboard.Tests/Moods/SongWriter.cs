using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>Writes songs as rows, the short way round the importer.</summary>
internal static class SongWriter
{
    private const int PlayMs = 180_000;

    /// <summary>Stores songs in the library of the own listener, who is made where there is none.</summary>
    /// <returns>The listener's number.</returns>
    public static async Task<int> AddAsync(IServiceProvider services, IEnumerable<Song> songs)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var listener = await services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(cancellationToken);
        await using var write = await services.GetRequiredService<StorageWriter>().BeginAsync(listener, cancellationToken);
        await WriteAsync(write, [.. songs], cancellationToken);
        write.MarkAdded();
        await write.CommitAsync(cancellationToken);
        return listener;
    }

    private static async Task WriteAsync(WriteTransaction write, IReadOnlyList<Song> songs, CancellationToken cancellationToken)
    {
        await using var artist = write.Command("INSERT INTO artists (spotify_id, name) VALUES ('', @name) ON CONFLICT (name, spotify_id) DO UPDATE SET name = excluded.name RETURNING id", "name");
        await using var track = write.Command(
            "INSERT INTO tracks (spotify_id, name_key, title, artist_id, named_at, is_invented) VALUES (@id, @key, @title, @artist, 0, FALSE) RETURNING id",
            "id", "key", "title", "artist");
        await using var library = write.Command(
            "INSERT INTO library_tracks (listener_id, track_id, source, added_at) VALUES (@listener, @track, 4, 0)", "listener", "track");
        await using var play = write.Command(
            "INSERT INTO plays (listener_id, started_at, id, ended_at, ms_played, track_id, source, precision, circumstance_id, flags) VALUES (@listener, @start, @id, @end, @ms, @track, 1, 1, 1, 0)",
            "listener", "start", "id", "end", "ms", "track");
        await using var features = write.Command(
            $"INSERT INTO audio_features (track_id, {string.Join(", ", FeatureSet.Thirteen.Keys)}, provenance, stored_at) VALUES (@track, {string.Join(", ", FeatureSet.Thirteen.Keys.Select(key => "@" + key))}, 'test', 0)",
            ["track", .. FeatureSet.Thirteen.Keys]);
        var artists = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var song in songs)
        {
            artists[song.Artist] = artists.TryGetValue(song.Artist, out var known) ? known : await artist.RunAsync(cancellationToken, song.Artist);
            var id = await track.RunAsync(cancellationToken, song.Id, NameKey.Of(song.Artist, song.Title), song.Title, artists[song.Artist]);
            if (song.IsInLibrary)
            {
                await library.RunAsync(cancellationToken, write.ListenerId, id);
            }

            if (song.Features.Count > 0)
            {
                await features.RunAsync(cancellationToken, [id, .. FeatureSet.Thirteen.Keys.Select(key => song.Features.TryGetValue(key, out var value) ? (object?)value : null)]);
            }

            foreach (var moment in song.Plays)
            {
                var start = moment.ToUnixTimeMilliseconds();
                var playId = (Convert.ToInt64(id, CultureInfo.InvariantCulture) << 20) + (start / 60_000 & 0xFFFFF);
                await play.RunAsync(cancellationToken, write.ListenerId, start, playId, start + PlayMs, PlayMs, id);
            }
        }
    }

    private static async Task<object> RunAsync(this DbCommand command, CancellationToken cancellationToken, params object?[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return await command.ExecuteScalarAsync(cancellationToken) ?? DBNull.Value;
    }
}
