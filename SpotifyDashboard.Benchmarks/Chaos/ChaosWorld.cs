using System.Globalization;
using System.Text.Json;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>One listener of a strict fake Spotify who never stops listening, and whose earlier years come as exports.</summary>
internal sealed class ChaosWorld : IAsyncDisposable
{
    private const int Tracks = 300;
    private const int Saved = 120;

    /// <summary>Shorter than the pauses between two plays, so that a play ends every few seconds and none overlap.</summary>
    private const int TrackMs = 2000;

    private const int RowsOfAnExport = 4000;

    private static readonly DateTimeOffset s_past = new(2016, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SpotifyWorld _world;
    private readonly WorldUser _user;
    private readonly Random _random;
    private int _exports;

    private ChaosWorld(SpotifyWorld world, FakeSpotify spotify, int seed)
    {
        _world = world;
        Spotify = spotify;
        _random = new Random(seed);
        _user = world.AddUser("mara.l", "Mara Lindqvist");
        WorldAlbum? album = null;
        for (var number = 0; number < Tracks; number++)
        {
            album = album is null || number % 10 == 0 ? world.AddAlbum($"Album {number / 10}", world.AddArtist($"Artist {number / 10}")) : album;
            var track = world.AddTrack($"Track {number}", album, TrackMs);
            if (number < Saved)
            {
                world.Save(_user, track, TimeProvider.System.GetUtcNow().AddDays(-_random.Next(1000)));
            }
        }
    }

    public FakeSpotify Spotify { get; }

    public static async Task<ChaosWorld> StartAsync(int seed)
    {
        var world = new SpotifyWorld(seed);
        return new ChaosWorld(world, await FakeSpotify.StartAsync(world, TimeProvider.System, CancellationToken.None), seed);
    }

    public string RefreshToken() => Spotify.GiveRefreshToken(_user);

    /// <summary>Lets a play end now. One in ten is shown some seconds late.</summary>
    public void Listen()
    {
        var now = TimeProvider.System.GetUtcNow();
        _world.Play(_user, Any(), now, _random.Next(10) == 0 ? now.AddSeconds(_random.Next(1, 20)) : now);
    }

    /// <summary>A week of earlier listening: the world's plays from now on, and the rows of Spotify's export that tell of them.</summary>
    public byte[] Export()
    {
        var at = s_past.AddDays(14 * _exports++);
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content))
        {
            json.WriteStartArray();
            for (var row = 0; row < RowsOfAnExport; row++)
            {
                var track = Any();
                at = at.AddMilliseconds(track.DurationMs);
                _world.PlayUnseen(_user, track, at);
                WriteRow(json, track, at);
            }

            json.WriteEndArray();
        }

        return content.ToArray();
    }

    /// <summary>End and track of everything that was played and that Spotify or an export tells.</summary>
    public IReadOnlyList<(long EndedAt, string Track)> Truth() =>
        [.. _world.PlaysOf(_user).Select(play => (play.EndedAt.ToUnixTimeMilliseconds(), play.Track.Id))];

    public ValueTask DisposeAsync() => Spotify.DisposeAsync();

    private static void WriteRow(Utf8JsonWriter json, WorldTrack track, DateTimeOffset endedAt)
    {
        json.WriteStartObject();
        json.WriteString("ts", endedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("platform", "linux");
        json.WriteNumber("ms_played", track.DurationMs);
        json.WriteString("conn_country", "SE");
        json.WriteString("master_metadata_track_name", track.Name);
        json.WriteString("master_metadata_album_artist_name", track.Artists[0].Name);
        json.WriteString("master_metadata_album_album_name", track.Album.Name);
        json.WriteString("spotify_track_uri", track.Uri);
        json.WriteNull("episode_name");
        json.WriteNull("episode_show_name");
        json.WriteNull("spotify_episode_uri");
        json.WriteString("reason_start", "trackdone");
        json.WriteString("reason_end", "trackdone");
        json.WriteBoolean("shuffle", false);
        json.WriteBoolean("skipped", false);
        json.WriteBoolean("offline", false);
        json.WriteNull("offline_timestamp");
        json.WriteBoolean("incognito_mode", false);
        json.WriteEndObject();
    }

    private WorldTrack Any() => _world.Tracks[_random.Next(Tracks)];
}
