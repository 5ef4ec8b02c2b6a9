using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics;

/// <summary>A view of anything a listener may have played, made from a seed: recordings, sparse facts, odd zones, clock changes and month ends.</summary>
internal static class AnyView
{
    private const long FirstMs = 1_235_865_600_000; // 2009-03-01
    private const long MinuteMs = 60_000;
    private const int Days = 400;

    private static readonly string[] s_zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "America/Sao_Paulo", "Pacific/Apia"];
    private static readonly string[] s_reasons = ["", "unknown", "none", "trackdone", "fwdbtn", "endplay", "backbtn"];
    private static readonly string[] s_platforms = ["", "Android OS 9", "web_player windows 10", "Partner sonos_ac", "iOS 14.2 (iPhone12,1)", "OS X 10.15", "Kindle"];
    private static readonly string[] s_countries = ["", "ZZ", "DE", "SE", "de"];

    private static readonly string?[] s_contexts =
    [
        null, "spotify:playlist:p1", "spotify:user:me:playlist:p2", "spotify:album:al1", "spotify:album:gone", "spotify:artist:ar2", "spotify:collection",
        "spotify:user:me:collection", "spotify:show:s1",
    ];

    /// <summary>Midnights around which clocks change or months end: St. John's on 1 November 2009, Berlin's March, a year's end in Kolkata.</summary>
    private static readonly long[] s_edges = [1_257_042_660_000, 1_238_287_500_000, 1_262_284_200_000];

    /// <summary>The view that <paramref name="seed"/> makes; empty ones and single plays among them.</summary>
    public static ListeningView Of(int seed)
    {
        var random = new Random(seed);
        var catalogue = Catalogue(random);
        var log = Log(random, catalogue);
        var period = random.Next(3) switch
        {
            0 => Period.Everything,
            1 => new Period(Day(random, 0), To: null),
            _ => Day(random, 0) is var from ? new Period(from, from.AddDays(random.Next(Days))) : default,
        };
        return LogOf.ViewOf(log, s_zones[random.Next(s_zones.Length)], period, (CountingRule)random.Next(3), new DateOnly(2010, 6, 1));
    }

    private static ListeningLog Log(Random random, LogCatalogue catalogue)
    {
        var count = random.Next(4) switch { 0 => random.Next(3), 1 => random.Next(20), _ => random.Next(300) };
        var started = Enumerable.Range(0, count).Select(_ => Moment(random)).Order().ToArray();
        var columns = LogColumns.Of(count);
        for (var index = 0; index < count; index++)
        {
            columns.Started[index] = started[index];
            columns.Ids[index] = index + 1;
            columns.MsPlayed[index] = random.Next(3) == 0 ? random.Next(40_000) : random.Next(300_000);
            columns.EndedAfter[index] = columns.MsPlayed[index];
            columns.Tracks[index] = random.Next(random.Next(1, catalogue.Tracks.Count + 1));
            columns.Details[index] = index;
        }

        return new ListeningLog(1, 1, columns, [.. Enumerable.Range(0, count).Select(_ => Detail(random))], catalogue);
    }

    private static PlayDetail Detail(Random random)
    {
        var circumstance = new Circumstance
        {
            Id = 1,
            ReasonStart = "",
            ReasonEnd = s_reasons[random.Next(s_reasons.Length)],
            Platform = s_platforms[random.Next(s_platforms.Length)],
            Country = s_countries[random.Next(s_countries.Length)],
        };
        var context = s_contexts[random.Next(s_contexts.Length)];
        return new PlayDetail(Source.ExtendedExport, Precision.Exact, (SightingTraits)random.Next(256), circumstance, context is null ? null : new PlayContext { Id = 1, Uri = context });
    }

    /// <summary>Tracks of which some have no Spotify id, length, mark or popularity, and some stand for others.</summary>
    private static LogCatalogue Catalogue(Random random)
    {
        var tracks = Enumerable.Range(0, 12).Select(index => new LogTrack(
            index + 1,
            index % 4 == 3 ? null : $"t{index}",
            $"Title {index % 5}",
            random.Next(4),
            random.Next(-1, 4),
            random.Next(3) == 0 ? null : 20_000 + random.Next(280_000),
            IsInLibrary: false)
        {
            Explicit = random.Next(3) switch { 0 => null, 1 => false, _ => true },
            Popularity = random.Next(3) == 0 ? null : random.Next(101),
        }).ToArray();
        return new LogCatalogue(
            tracks,
            [.. Enumerable.Range(1, 4).Select(artist => new LogArtist(artist, artist == 1 ? "" : $"ar{artist}", $"Artist {artist}", ImageUrl: null))],
            [.. Enumerable.Range(1, 4).Select(album => new LogAlbum(album, $"al{album}", $"Album {album}", 0, ImageUrl: null) { ReleaseYear = random.Next(3) == 0 ? null : 1960 + random.Next(50) })],
            [.. Enumerable.Range(0, tracks.Length).Select(track => track < 4 || random.Next(2) == 0 ? track : random.Next(4))])
        {
            Genres = ["ambient", "folk", "metal", "pop"],
            GenresOfArtists = random.Next(4) == 0 ? [[], [], [], []] : [[], [0], [1, 2, 3], [3]],
        };
    }

    private static long Moment(Random random) => random.Next(4) == 0
        ? s_edges[random.Next(s_edges.Length)] + (random.Next(-150, 150) * MinuteMs)
        : FirstMs + (random.Next(Days * 24 * 60) * MinuteMs);

    private static DateOnly Day(Random random, int least) => new DateOnly(2009, 2, 20).AddDays(least + random.Next(Days));
}
