using System.Globalization;

namespace SpotifyDashboard.Tests.Statistics.Reference.Histories;

/// <summary>Plays where they are hard to count: round clock changes, midnights and year ends, at the limits of pauses, windows and rules.</summary>
internal sealed class PlayMaker(HistoryCatalogue catalogue, Random random)
{
    private const long Minute = 60_000;
    private const long Day = 24 * 60 * Minute;

    private static readonly string[] s_anchors =
    [
        "2026-03-29T01:00Z", "2026-10-25T01:00Z", "2025-03-30T01:00Z", "2025-10-26T01:00Z", // Europe/Berlin
        "2026-03-08T07:00Z", "2026-11-01T06:00Z", "2025-03-09T07:00Z", "2025-11-02T06:00Z", // America/New_York
        "2026-04-04T15:00Z", "2026-10-03T15:30Z", "2025-04-05T15:00Z", "2025-10-04T15:30Z", // Australia/Lord_Howe
        "2025-12-31T23:00Z", "2026-01-01T05:00Z", "2025-12-31T13:00Z", "2025-01-01T00:00Z",
        "2024-02-29T12:00Z", "2024-11-02T01:00Z", "2023-11-02T00:00Z", "2025-11-01T12:00Z", "2026-11-02T01:00Z", "2026-11-01T03:00Z",
        "2026-03-01T00:00Z", "2026-03-31T22:00Z", "2026-06-15T00:00Z", "2026-05-06T01:00Z", "2026-05-05T13:00Z", "2025-06-30T22:00Z",
    ];

    private static readonly string[] s_reasons = ["", "unknown", "none", "trackdone", "trackdone", "fwdbtn", "endplay", "logout", "backbtn"];

    private static readonly string[] s_platforms =
    [
        "", "", "ios", "iOS 17 (iPhone)", "Android OS 13 API 33", "web_player windows 10;chrome", "OS X 14.1 [arm 2]", "Windows 10 (10.0.19045; x64)",
        "Linux [x86-64 0]", "Partner google cast_tv;Chromecast", "Partner sonos_ppc Play:1", "Partner amazon_salmon Amazon;Echo_Dot", "sony_tv;ps4", "xbox_one",
        "Tesla Model 3", "Partner carthing", "watchOS", "toaster",
    ];

    private static readonly string[] s_countries = ["", "ZZ", "DE", "DE", "US", "AU"];

    private readonly List<HistoryPlay> _plays = [];
    private readonly List<int> _favourites = [.. Enumerable.Range(0, 6).Select(_ => 1 + random.Next(catalogue.Tracks.Count))];

    /// <summary>At most so many plays, numbered in an order that is not that of their starts.</summary>
    public List<HistoryPlay> Make(int count)
    {
        while (_plays.Count(HasHappened) < count)
        {
            var start = At(s_anchors[random.Next(s_anchors.Length)]) + (random.Next(-180, 181) * Minute) + (random.Next(3) == 0 ? random.Next(-1, 2) : 0);
            switch (random.Next(6))
            {
                case 0:
                    Obsess(start);
                    break;
                case 1:
                    GoAndComeBack(start);
                    break;
                default:
                    Sit(start);
                    break;
            }
        }

        var plays = _plays.Where(HasHappened).Take(count).ToArray();
        random.Shuffle(plays);
        return [.. plays.Select((play, i) => play with { Id = i + 1 })];
    }

    /// <summary>So many plays up to now, some hours between two sittings, few tracks played most: years of listening.</summary>
    public List<HistoryPlay> MakeYears(int count)
    {
        var start = ReferenceHost.Now.ToUnixTimeMilliseconds();
        while (_plays.Count < count)
        {
            var sitting = random.Next(1, 16);
            start -= (sitting * 5 * Minute) + random.NextInt64(30 * Minute, 10 * 60 * Minute);
            var at = start;
            for (; sitting > 0 && _plays.Count < count; sitting--)
            {
                at += Play(at, 1 + (int)(catalogue.Tracks.Count * Math.Pow(random.NextDouble(), 3)));
            }
        }

        return [.. _plays.Select((play, i) => play with { Id = i + 1 })];
    }

    /// <summary>Tracks after one another, with pauses at the limit of a session, some of them at the same moment.</summary>
    private void Sit(long start)
    {
        for (var left = random.Next(1, 9); left > 0; left--)
        {
            var ms = Play(start, Track());
            start += random.Next(4) == 0 ? 0 : ms + Of([0, 0, 1000, 30 * Minute, (30 * Minute) + 1, (30 * Minute) - 1, 45 * Minute, 5 * Minute]);
        }
    }

    /// <summary>One track again and again, about a week long and now and then to the very end of it.</summary>
    private void Obsess(long start)
    {
        var track = Of(_favourites);
        for (var left = random.Next(8, 13); left > 0; left--)
        {
            Play(start + (random.Next(0, 8) == 0 ? 7 * Day : random.NextInt64(0, 7 * Day)), track);
        }

        Play(start, track);
    }

    /// <summary>Five or more plays, then nothing for about 180 days, then again.</summary>
    private void GoAndComeBack(long start)
    {
        var track = Of(_favourites);
        for (var before = random.Next(4, 12); before > 0; before--)
        {
            Play(start - (before * random.NextInt64(Minute, Day)), track);
        }

        Play(start, track);
        var back = start + (180 * Day) + Of([0, -1, 1, Day, -Day]);
        for (var after = random.Next(1, 4); after > 0; after--)
        {
            Play(back, track);
            back += random.NextInt64(0, 3 * Day);
        }
    }

    private int Play(long start, int track)
    {
        var length = catalogue.Tracks[track - 1].Length ?? 180_000;
        var ms = random.Next(12) switch
        {
            0 => 0,
            1 => random.Next(30_000),
            2 => 29_999,
            3 => 30_000,
            4 => (length / 2) + random.Next(-1, 2),
            5 => (int)(0.95 * length) + random.Next(-1, 2),
            6 => length / 10 * random.Next(1, 10),
            7 => length + random.Next(0, 2000),
            _ => length,
        };
        var source = (byte)random.Next(1, 5);
        var precision = (byte)(source >= 3 || (source == 2 && random.Next(2) == 0) ? 2 : 1);
        var isSilent = source is 2 or 3;
        _plays.Add(new(
            0, start, ms, track, source, precision,
            isSilent ? 0 : Traits(),
            isSilent ? "" : Of(s_reasons),
            isSilent ? "" : Of(s_platforms),
            isSilent ? "" : Of(s_countries),
            Context()));
        return ms;
    }

    /// <summary>Of shuffle, skipped, offline and private: not told, no or yes, two bits each.</summary>
    private int Traits() => Enumerable.Range(0, 4).Sum(trait => Of([0, 1, 3]) << (2 * trait));

    private string? Context() => random.Next(12) switch
    {
        0 => "spotify:playlist:37i9dQ",
        1 => "spotify:user:zoë:playlist:abc",
        2 or 3 => $"spotify:album:{Of(catalogue.Albums).SpotifyId}",
        4 or 5 => $"spotify:artist:{Of(catalogue.Artists).SpotifyId}",
        6 => "spotify:collection:tracks",
        7 => "spotify:user:zoë:collection",
        8 => "spotify:station:album:1",
        _ => null,
    };

    private int Track() => random.Next(2) == 0 ? Of(_favourites) : 1 + random.Next(catalogue.Tracks.Count);

    private static bool HasHappened(HistoryPlay play) => play.StartedAt <= ReferenceHost.Now.ToUnixTimeMilliseconds();

    private static long At(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    private T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
