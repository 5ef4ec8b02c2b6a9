using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Tests.Listening;

/// <summary>Writes a listening log down by hand: plays with a start, milliseconds, and a track "artist - title".</summary>
internal sealed class LogOf
{
    private readonly List<(long Started, int Ms, int Track, int Detail)> _plays = [];
    private readonly List<PlayDetail> _details = [];
    private readonly List<string> _artists = [];
    private readonly Dictionary<string, string> _standsFor = [];
    private readonly List<(string Artist, string Title, string? Album, int? Duration)> _tracks = [];

    public LogOf Play(string startedUtc, int seconds = 180, string track = "Artist - Song", string? album = null, int? durationMs = null, Precision precision = Precision.Exact, string reasonEnd = "trackdone") =>
        Play(DateTimeOffset.Parse(startedUtc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds(), seconds * 1000, track, album, durationMs, precision, reasonEnd);

    public LogOf Play(long startedMs, int ms, string track = "Artist - Song", string? album = null, int? durationMs = null, Precision precision = Precision.Exact, string reasonEnd = "trackdone")
    {
        var names = track.Split(" - ", 2);
        var name = (names[0], names[1], album, durationMs);
        if (!_tracks.Contains(name))
        {
            _tracks.Add(name);
        }

        var detail = new PlayDetail(Source.ExtendedExport, precision, SightingTraits.None, CircumstanceEnding(reasonEnd), Context: null);
        _details.Add(detail);
        _plays.Add((startedMs, ms, _tracks.IndexOf(name), _details.Count - 1));
        return this;
    }

    /// <summary>Says that two of the tracks played are one recording, which goes by the second.</summary>
    public LogOf AreOne(string track, string standsFor)
    {
        _standsFor[track] = standsFor;
        return this;
    }

    public ListeningLog Build()
    {
        var sorted = _plays.OrderBy(play => play.Started).ToList();
        var columns = LogColumns.Of(sorted.Count);
        for (var index = 0; index < sorted.Count; index++)
        {
            columns.Started[index] = sorted[index].Started;
            columns.Ids[index] = index + 1;
            columns.MsPlayed[index] = sorted[index].Ms;
            columns.EndedAfter[index] = sorted[index].Ms;
            columns.Tracks[index] = sorted[index].Track;
            columns.Details[index] = sorted[index].Detail;
        }

        _artists.AddRange(_tracks.Select(track => track.Artist).Distinct());
        var albums = _tracks.Where(track => track.Album is not null).Select(track => (track.Artist, track.Album)).Distinct().ToList();
        var tracks = _tracks.Select((track, index) => new LogTrack(
            index + 1,
            string.Create(CultureInfo.InvariantCulture, $"spotify{index + 1}"),
            track.Title,
            _artists.IndexOf(track.Artist),
            albums.IndexOf((track.Artist, track.Album)),
            track.Duration,
            IsInLibrary: false));
        return new ListeningLog(
            1,
            1,
            columns,
            [.. _details],
            new LogCatalogue(
                [.. tracks],
                [.. _artists.Select((name, index) => new LogArtist(index + 1, "", name, null))],
                [.. albums.Select((album, index) => new LogAlbum(index + 1, "", album.Album ?? "", _artists.IndexOf(album.Artist), null))],
                [.. Enumerable.Range(0, _tracks.Count).Select(StandsFor)]));
    }

    private int StandsFor(int track) => _standsFor.TryGetValue($"{_tracks[track].Artist} - {_tracks[track].Title}", out var other)
        ? _tracks.FindIndex(candidate => $"{candidate.Artist} - {candidate.Title}" == other)
        : track;

    public ListeningView View(string zone = "UTC", string? from = null, string? to = null, CountingRule rule = CountingRule.Default, string today = "2026-06-30") =>
        ViewOf(Build(), zone, new Period(Day(from), Day(to)), rule, DateOnly.Parse(today, CultureInfo.InvariantCulture));

    public static ListeningView ViewOf(ListeningLog log, string zone, Period period, CountingRule rule, DateOnly today)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var first = log.Count == 0 ? 0 : log.StartedMs[0];
        var last = log.Count == 0 ? 0 : log.StartedMs[^1];
        return new ListeningView(log, period, rule, info, ZoneOffsets.Of(info, first, last), today);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static Circumstance CircumstanceEnding(string reasonEnd) =>
        new() { Id = 1, ReasonStart = "", ReasonEnd = reasonEnd, Platform = "", Country = "" };
}
