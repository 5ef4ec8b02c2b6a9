using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>The statistics of taste as tables for a spreadsheet: one row per stretch or group, the whole period first.</summary>
internal static class TasteTables
{
    private const string Period = "period";

    public static CsvTable Of(Diversity diversity) => CsvTable.Of(
        ["start", "plays", "artists", "shannon", "effectiveArtists", "evenness", "gini"],
        [
            [Period, diversity.Plays, diversity.Artists, diversity.Shannon, diversity.EffectiveArtists, diversity.Evenness, diversity.Gini],
            .. diversity.Months.Select(month => new object?[] { month.Start, month.Plays, month.Artists, month.Shannon, month.EffectiveArtists, month.Evenness, month.Gini }),
        ],
        row => row);

    public static CsvTable Of(Decades decades) => CsvTable.Of(
        ["part", "first", "plays", "ms", "tracks"],
        [
            [Period, null, decades.Plays, null, null],
            ["known", null, decades.Known, null, null],
            .. decades.Rows.Select(decade => new object?[] { "decade", decade.Start, decade.Plays, decade.Ms, decade.Tracks }),
            .. decades.Years.Select(year => new object?[] { "year", year.Number, year.Plays, null, null }),
        ],
        row => row);

    public static CsvTable Of(ExplicitShare share) => CsvTable.Of(
        ["start", "known", "explicit", "share"],
        [
            [Period, share.Known, share.Explicit, share.Share],
            .. share.Months.Select(month => new object?[] { month.Start, month.Known, month.Explicit, month.Share }),
        ],
        row => row);

    /// <summary>A column per genre.</summary>
    public static CsvTable Of(GenreTrend genres) => CsvTable.Of(
        ["start", "known", .. genres.Genres],
        genres.Months,
        month => [month.Start, month.Known, .. month.Plays.Cast<object?>()]);

    /// <summary>A column per mood.</summary>
    public static CsvTable Of(MoodTrend trend) => CsvTable.Of(
        ["part", "start", "known", "drift", .. trend.Moods.Select(mood => mood.Name)],
        [
            [Period, null, trend.Known, null, .. trend.Moods.Select(mood => (object?)mood.Share)],
            .. trend.Weeks.Select(week => Row("week", week.Start, week.Known, drift: null, week.Shares)),
            .. trend.Months.Select(month => Row("month", month.Start, month.Known, month.Drift, month.Shares)),
            .. trend.AlongSession.Select((quarter, index) => Row("quarter of a session", index + 1, quarter.Known, drift: null, quarter.Shares)),
        ],
        row => row);

    public static CsvTable Of(HipsterScore hipster) => CsvTable.Of(
        ["part", "start", "score", "known", "plays", "id", "name", "artist", "popularity"],
        [
            [Period, null, hipster.Score, hipster.Known, hipster.Plays, null, null, null, null],
            .. hipster.Months.Select(month => new object?[] { "month", month.Start, month.Score, month.Known, month.Plays, null, null, null, null }),
            .. hipster.LeastPopular.Select(track => new object?[] { "track", null, null, null, track.Plays, track.Id, track.Name, track.Artist, track.Popularity }),
        ],
        row => row);

    private static object?[] Row(string part, object start, int known, double? drift, IReadOnlyList<double>? shares) =>
        [part, start, known, drift, .. (shares ?? []).Cast<object?>()];
}
