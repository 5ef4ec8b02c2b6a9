using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Spotify;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>Some hours of listening, seen by all sources with all their quirks, as steps that bring them into a database in any order.</summary>
internal sealed class LivedHistory
{
    private static readonly DateTimeOffset s_begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Titles and artists that want quoting, folding, or nothing; the last two tracks share their names.</summary>
    private static readonly (string Title, string Artist)[] s_tracks =
    [
        ("Glass Harbour", "Nordlys Kollektiv"), ("=SUM(\"1\") \\ 🎧\u2028", "Beyoncé, \"B\""), ("雨の日 <b>", "Nordlys Kollektiv"),
        (new string('界', 320), "Long & Sons"), ("Twice", "Two Ids"), ("Twice", "Two Ids"),
    ];

    private readonly Random _random;
    private readonly List<(DateTimeOffset EndedAt, string Json)> _extended = [];
    private readonly List<(DateTimeOffset EndedAt, string Json)> _account = [];
    private readonly List<SpotifyPlay> _polled = [];

    private LivedHistory(int seed) => _random = new Random(seed);

    /// <summary>Makes one from a seed; the same seed makes the same.</summary>
    public static LivedHistory Make(int seed)
    {
        var history = new LivedHistory(seed);
        var moment = s_begin.AddMilliseconds(history._random.Next(60_000));
        for (var plays = history._random.Next(5, 40); plays > 0; plays--)
        {
            var ms = history._random.Next(5) switch { 0 => 0, 1 => 31_000, 2 => 59_500, _ => history._random.Next(90, 300) * 1000 };
            moment = moment.AddMilliseconds(ms + history._random.Next(history._random.Next(6) == 0 ? 1_500_000 : 900));
            history.Play(moment, ms, history._random.Next(s_tracks.Length));
        }

        return history;
    }

    /// <summary>The steps in the order of the sources; each may be taken at any time, and again.</summary>
    public IReadOnlyList<Func<ImportBench, Task>> Steps =>
    [
        bench => ImportAsync(bench, "Streaming_History_Audio_1.json", _extended.Take((_extended.Count * 2 / 3) + 1)),
        bench => ImportAsync(bench, "Streaming_History_Audio_2.json", _extended.Skip(_extended.Count / 3)),
        bench => ImportAsync(bench, "StreamingHistory_music_0.json", _account),
        bench => PollAsync(bench, _polled.Take((_polled.Count / 2) + 1)),
        bench => PollAsync(bench, _polled.Skip(_polled.Count / 3)),
    ];

    /// <summary>A track as Spotify tells it.</summary>
    public static SpotifyTrack Track(int number) => new(
        Id(number),
        s_tracks[number].Title,
        [new SpotifyArtist($"1bFakeArtist{(number == 2 ? 0 : number):D10}", s_tracks[number].Artist, ImageUrl: "https://i.scdn.co/image/a", Genres: null)],
        new SpotifyAlbum($"2cFakeAlbum{number:D11}", $"Album {number}", "2025-09", "https://i.scdn.co/image/b", [new SpotifyArtist("1bFakeArtist9999999999", "Various", null, null)]),
        200_000 + number,
        number % 2 == 0 ? $"SEFAK26{number:D5}" : null,
        number % 3 == 0 ? null : number % 3 == 1,
        IsLocal: false,
        "{}");

    /// <summary>Stores a page of recently played.</summary>
    public static async Task PollAsync(ImportBench bench, IEnumerable<SpotifyPlay> page)
    {
        await using var write = await bench.Database.Writer.BeginAsync(bench.ListenerId, TestContext.Current.CancellationToken);
        await new PollStore(write, s_begin.AddDays(1)).StoreAsync([.. page], newestKnown: null, TestContext.Current.CancellationToken);
        await write.CommitAsync(TestContext.Current.CancellationToken);
    }

    private static string Id(int number) => $"0aLived{number:D15}";

    private static async Task ImportAsync(ImportBench bench, string name, IEnumerable<(DateTimeOffset, string Json)> rows)
    {
        var result = await bench.ImportAsync(bench.Write(name, Rows.List(rows.Select(row => row.Json))));
        Assert.True(result.Balances);
    }

    private static DateTimeOffset Floor(DateTimeOffset moment, long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds() / seconds * seconds);

    private void Play(DateTimeOffset end, int ms, int track)
    {
        var seers = _random.Next(1, 8);
        if ((seers & 1) != 0)
        {
            AddExtended(Floor(end, 1), ms, track);
            if (ms > 60_000 && _random.Next(5) == 0)
            {
                AddExtended(Floor(end, 1).AddSeconds(_random.Next(1, 15)), ms, track);
            }
        }

        if ((seers & 2) != 0)
        {
            var told = _random.Next(5) == 0 ? end.AddMilliseconds(-ms) : end;
            _polled.Add(new SpotifyPlay(told, Track(track), _random.Next(2) == 0 ? null : $"spotify:playlist:{track:D22}"));
        }

        if ((seers & 4) != 0)
        {
            _account.Add((end, JsonSerializer.Serialize(
                new
                {
                    endTime = Floor(end, 60).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    artistName = s_tracks[track].Artist,
                    trackName = s_tracks[track].Title,
                    msPlayed = ms,
                },
                s_json)));
        }

        if (_random.Next(6) == 0)
        {
            AddSpoken(Floor(end, 1), ms);
        }
    }

    private void AddExtended(DateTimeOffset end, int ms, int track)
    {
        var isOffline = _random.Next(6) == 0;
        var (artist, title) = (s_tracks[track].Artist, s_tracks[track].Title);
        _extended.Add((end, JsonSerializer.Serialize(
            new
            {
                ts = end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                platform = _random.Next(3) == 0 ? null : "ios",
                ms_played = ms,
                conn_country = "SE",
                ip_addr = "192.0.2.44",
                master_metadata_track_name = title.Length > 300 ? title[..300] : title,
                master_metadata_album_artist_name = artist,
                master_metadata_album_album_name = track == 2 ? null : $"Album {track}",
                spotify_track_uri = $"spotify:track:{Id(track)}",
                reason_start = "clickrow",
                reason_end = _random.Next(8) == 0 ? "unexpected-exit-while-paused" : "trackdone",
                shuffle = _random.Next(2) == 0,
                skipped = _random.Next(3) switch { 0 => (bool?)null, 1 => true, _ => false },
                offline = isOffline,
                offline_timestamp = isOffline ? (end.ToUnixTimeMilliseconds() - ms - 5000) / (_random.Next(2) == 0 ? 1000 : 1) : (long?)null,
                incognito_mode = false,
            },
            s_json)));
    }

    private void AddSpoken(DateTimeOffset end, int ms)
    {
        var ts = end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _extended.Add((end, _random.Next(2) == 0
            ? JsonSerializer.Serialize(new { ts, ms_played = ms, episode_name = "Episode \"1\"", episode_show_name = "Show", spotify_episode_uri = "spotify:episode:4rOoJ6Egrf8K2IrywzwOMk" }, s_json)
            : JsonSerializer.Serialize(new { ts, ms_played = ms, audiobook_title = "Book", audiobook_chapter_uri = "spotify:episode:5rOoJ6Egrf8K2IrywzwOMk", audiobook_chapter_title = (string?)null }, s_json)));
        _account.Add((end, JsonSerializer.Serialize(
            new { endTime = Floor(end, 60).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), podcastName = "Show", episodeName = "Episode", msPlayed = ms }, s_json)));
    }
}
