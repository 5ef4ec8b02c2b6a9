using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Fixtures;

/// <summary>Makes extended streaming histories with every known trap mixed in (contracts, section 3), the same for the same seed.</summary>
/// <remarks>
/// One person listens to one track at a time. The truth counts what that person did; the rows are what Spotify would have made of it.
/// </remarks>
public sealed class ExtendedExportGenerator(int seed, int tracks = 5000)
{
    private static readonly DateTimeOffset s_begin = new(2014, 3, 1, 7, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(seed);
    private readonly StringBuilder _row = new();
    private DateTimeOffset _now = s_begin;

    /// <summary>What was made so far.</summary>
    public ExportTruth Truth { get; } = new();

    /// <summary>Writes a zip as Spotify delivers it: a folder with files of a year or two, a video file, the PDF, and files to ignore.</summary>
    /// <param name="path">Where to write.</param>
    /// <param name="rows">Rows in all, a few more or less.</param>
    /// <param name="rowsPerFile">Spotify's files hold some 16,000 rows.</param>
    public ExportTruth WriteZip(string path, int rows, int rowsPerFile = 16_000)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        const string Folder = "my_spotify_data/Spotify Extended Streaming History/";
        var number = 0;
        while (Truth.Read < rows)
        {
            var first = _now.Year;
            var content = new MemoryStream();
            WriteJson(content, (int)Math.Min(rowsPerFile, rows - Truth.Read), withMark: number == 1);
            var years = first == _now.Year ? $"{first}" : $"{first}-{_now.Year}";

            // Running numbers follow no order in real exports.
            var name = number == 2 ? $"Streaming_History_Video_{years}.json" : $"Streaming_History_Audio_{years}_{(number * 7) % 31}_{number}.json";
            using var entry = zip.CreateEntry(Folder + name, CompressionLevel.Fastest).Open();
            content.WriteTo(entry);
            number++;
        }

        foreach (var other in (string[])["ReadMeFirst_ExtendedStreamingHistory.pdf", "Userdata.json", "Identity.json"])
        {
            using var entry = zip.CreateEntry(Folder + other).Open();
            entry.Write("never opened"u8);
        }

        using var junk = zip.CreateEntry("__MACOSX/._Streaming_History_Audio_2014.json").Open();
        junk.Write("[{\"ts\":\"2014-01-01T00:00:00Z\",\"ms_played\":1}]"u8);
        return Truth;
    }

    /// <summary>Writes one file's content.</summary>
    public void WriteJson(Stream stream, int rows, bool withMark = false)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(withMark), 64 * 1024, leaveOpen: true);
        var end = Truth.Read + rows;
        var isFirst = true;
        writer.Write("[\n");
        while (Truth.Read < end)
        {
            foreach (var row in Next())
            {
                writer.Write(isFirst ? "  " : ",\n  ");
                writer.Write(row);
                isFirst = false;
                Truth.Read++;
            }
        }

        writer.Write("\n]");
    }

    /// <summary>A track's id, 22 characters of base 62.</summary>
    public static string TrackId(int number) => string.Create(CultureInfo.InvariantCulture, $"0aMade{number:D16}");

    private List<string> Next() => _random.Next(1000) switch
    {
        < 15 => Spoken(),
        < 25 => NoTrack(),
        < 33 => Broken(),
        < 53 => ReportedTwice(),
        < 63 => Loop(AnyTrack(), 31_000, 3),
        < 70 => Loop(AnyTrack(), 20_000, 4),
        < 80 => Loop(AnyTrack(), 187_413, 3),
        < 90 => WithinAMinute(),
        < 105 => Offline(),
        < 112 => UnexpectedExit(),
        < 122 => ZeroMilliseconds(),
        < 130 => OldRow(),
        _ => [Played(AnyTrack(), AnyLength())],
    };

    private int AnyTrack()
    {
        // Some tracks are loved: the lower the number, the more often.
        var u = _random.NextDouble();
        return (int)(u * u * u * tracks);
    }

    private int AnyLength() => _random.Next(4) == 0 ? _random.Next(1_000, 30_000) : _random.Next(120_000, 320_000);

    /// <summary>Somebody listens; the pause before is seconds, hours or, now and then, the night.</summary>
    private (DateTimeOffset Start, DateTimeOffset End) Listen(int track, int ms, bool pauseBefore = true)
    {
        if (pauseBefore)
        {
            _now += TimeSpan.FromMilliseconds(_random.Next(40) == 0 ? _random.Next(3_600_000, 30_000_000) : _random.Next(0, 4_000));
        }

        var start = _now;
        _now += TimeSpan.FromMilliseconds(ms);
        var id = TrackId(track);
        var (plays, sum) = Truth.Tracks.GetValueOrDefault(id);
        Truth.Tracks[id] = (plays + 1, sum + ms);
        Truth.Added++;
        Truth.Plays?.Add((id, start.ToUnixTimeMilliseconds(), ms));
        return (start, _now);
    }

    private string Played(int track, int ms, bool pauseBefore = true)
    {
        var (start, end) = Listen(track, ms, pauseBefore);
        return Row(track, Whole(end), ms, offlineTimestamp: _random.Next(3) == 0 ? null : start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    private List<string> Loop(int track, int ms, int times) =>
        [.. Enumerable.Range(0, times).Select(i => Played(track, ms, pauseBefore: i == 0))];

    private List<string> WithinAMinute()
    {
        var track = AnyTrack();
        return [Played(track, 9_000), Played(track + 1, 12_000), Played(track, 8_000)];
    }

    /// <summary>Played on a plane: all rows bear the time of the next connection, only the offline time tells them apart.</summary>
    private List<string> Offline()
    {
        var looped = AnyTrack();
        List<(int Track, int Ms)> flight = [(looped, 201_000), (looped, 201_000), (AnyTrack(), AnyLength()), (looped, 201_000)];
        var heard = flight.ConvertAll(play => (play.Track, play.Ms, Listen(play.Track, play.Ms).Start));
        _now += TimeSpan.FromHours(3);
        var connected = Whole(_now);
        var inMilliseconds = _random.Next(2) == 0;
        return heard.ConvertAll(play => Row(
            play.Track,
            connected,
            play.Ms,
            offline: true,
            offlineTimestamp: (inMilliseconds ? play.Start.ToUnixTimeMilliseconds() : play.Start.ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture)));
    }

    private List<string> UnexpectedExit()
    {
        var track = AnyTrack();
        var (start, _) = Listen(track, 45_000);
        _now += TimeSpan.FromHours(9);
        return [Row(track, Whole(_now), 45_000, reasonEnd: "\"unexpected-exit-while-paused\"", offlineTimestamp: start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>The same play twice, exactly or some seconds apart.</summary>
    private List<string> ReportedTwice()
    {
        var track = AnyTrack();
        var ms = _random.Next(90_000, 300_000);
        var (_, end) = Listen(track, ms);
        Truth.Duplicate++;
        return [Row(track, Whole(end), ms), Row(track, Whole(end).AddSeconds(_random.Next(3) == 0 ? 0 : _random.Next(1, 25)), ms)];
    }

    private List<string> ZeroMilliseconds() => [Played(AnyTrack(), 0), Played(AnyTrack(), 640)];

    private List<string> OldRow()
    {
        var track = AnyTrack();
        var ms = AnyLength();
        var (start, end) = Listen(track, ms);
        var offline = _random.Next(3) switch { 0 => "0", 1 => "99", _ => start.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) };
        return
        [
            $$"""
            {"ts":"{{Time(Whole(end))}}","username":"somebody","platform":"Android OS 4.2.2 API 17 (samsung, GT-I9195)","ms_played":{{ms}},"conn_country":"ZZ","ip_addr_decrypted":"192.0.2.7","user_agent_decrypted":"unknown","city":"Nowhere","region":null,"master_metadata_track_name":{{Json(Title(track))}},"master_metadata_album_artist_name":{{Json(Artist(track))}},"master_metadata_album_album_name":null,"spotify_track_uri":"spotify:track:{{TrackId(track)}}","episode_name":null,"episode_show_name":null,"spotify_episode_uri":null,"reason_start":null,"reason_end":null,"shuffle":null,"skipped":null,"offline":null,"offline_timestamp":{{offline}},"incognito_mode":null}
            """,
        ];
    }

    private List<string> Spoken()
    {
        _now += TimeSpan.FromMinutes(20);
        Truth.NotMusic++;
        var (episode, show, uri) = ("\"A talk\"", "\"The show\"", "\"spotify:episode:0aTalk0000000000000001\"");
        return _random.Next(3) > 0
            ? [Bare($"\"episode_name\":{episode},\"episode_show_name\":{show},\"spotify_episode_uri\":{uri}")]
            : [Bare("\"audiobook_title\":\"A book\",\"audiobook_uri\":\"spotify:show:0aBook0000000000000001\",\"audiobook_chapter_uri\":\"spotify:episode:0aChap0000000000000001\",\"audiobook_chapter_title\":\"One\"")];
    }

    private List<string> NoTrack()
    {
        _now += TimeSpan.FromMinutes(2);
        Truth.NotMusic++;
        return _random.Next(3) switch
        {
            0 => [Bare("\"master_metadata_track_name\":null,\"spotify_track_uri\":\"spotify:track:0aGone0000000000000001\"")],
            1 => [Bare("\"master_metadata_track_name\":\"Mine\",\"master_metadata_album_artist_name\":\"Me\",\"spotify_track_uri\":\"spotify:local:Me::Mine:200\"")],
            _ => [Bare("\"master_metadata_track_name\":\"Lost\",\"master_metadata_album_artist_name\":\"Them\",\"spotify_track_uri\":null")],
        };
    }

    private List<string> Broken()
    {
        _now += TimeSpan.FromMinutes(2);
        Truth.Malformed++;
        var row = Row(AnyTrack(), Whole(_now), 60_000);
        return _random.Next(6) switch
        {
            0 => [row.Replace("\"ms_played\":60000", "\"ms_played\":-1", StringComparison.Ordinal)],
            1 => [row.Replace("\"ms_played\":60000", "\"ms_played\":\"60000\"", StringComparison.Ordinal)],
            2 => [row.Replace("\"ms_played\":60000", "\"ms_played\":NaN", StringComparison.Ordinal)],
            3 => [row.Replace(Time(Whole(_now)), "2019-02-30T10:00:00Z", StringComparison.Ordinal)],
            4 => [row.Replace(Time(Whole(_now)), "2190-01-01T00:00:00Z", StringComparison.Ordinal)],
            _ => [row.Replace("\"ms_played\":60000", "\"ms_played\":6000000000", StringComparison.Ordinal)],
        };
    }

    private string Bare(string fields) =>
        $$"""{"ts":"{{Time(Whole(_now))}}","platform":"ios","ms_played":61000,"conn_country":"SE","ip_addr":"192.0.2.44",{{fields}},"reason_start":"clickrow","reason_end":"endplay","shuffle":false,"skipped":false,"offline":false,"offline_timestamp":null,"incognito_mode":false}""";

    private string Row(int track, DateTimeOffset end, int ms, bool offline = false, string? offlineTimestamp = null, string reasonEnd = "\"trackdone\"")
    {
        _row.Clear();
        _row.Append(CultureInfo.InvariantCulture, $"{{\"ts\":\"{Time(end)}\",\"platform\":\"{(track % 3 == 0 ? "android" : "web_player windows 10;chrome 95.0")}\",\"ms_played\":{ms},\"conn_country\":\"SE\",\"ip_addr\":\"192.0.2.44\",");
        _row.Append(CultureInfo.InvariantCulture, $"\"master_metadata_track_name\":{Json(Title(track))},\"master_metadata_album_artist_name\":{Json(Artist(track))},\"master_metadata_album_album_name\":{Json(Album(track))},");
        _row.Append(CultureInfo.InvariantCulture, $"\"spotify_track_uri\":\"spotify:track:{TrackId(track)}\",\"episode_name\":null,\"episode_show_name\":null,\"spotify_episode_uri\":null,\"audiobook_title\":null,\"audiobook_uri\":null,\"audiobook_chapter_uri\":null,\"audiobook_chapter_title\":null,");
        _row.Append(CultureInfo.InvariantCulture, $"\"reason_start\":\"trackdone\",\"reason_end\":{reasonEnd},\"shuffle\":{(track % 2 == 0 ? "true" : "false")},\"skipped\":false,\"offline\":{(offline ? "true" : "false")},\"offline_timestamp\":{offlineTimestamp ?? "null"},\"incognito_mode\":false}}");
        return _row.ToString();
    }

    private static string Title(int track) => (track % 11) switch
    {
        0 => $"Näktergal {track} – \"live\"",
        1 => $"夜想曲 {track}",
        2 => $"Back\\slash\t{track} 🎧",
        _ => $"Glass Harbour {track}",
    };

    private static string Artist(int track) => $"Nordlys Kollektiv {track / 12}";

    private static string Album(int track) => $"Tidvatten {track / 9}";

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static DateTimeOffset Whole(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    private static string Time(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
