using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>What the panel of moods over time shows.</summary>
/// <param name="Known">Counted plays whose track has a mood.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Moods">The moods of the map with their shares.</param>
/// <param name="Shares">Layers by week, by month in a long period; null for a single week.</param>
/// <param name="Stretches">The days behind each of them.</param>
/// <param name="Drift">How far each month lies from the one before; null where there are fewer than three months with plays.</param>
/// <param name="Months">The days behind each month.</param>
/// <param name="AlongSession">Layers along the quarters of a session; null where no session is long enough.</param>
public sealed record MoodsView(
    int Known,
    int Plays,
    IReadOnlyList<MoodTrend.Mood> Moods,
    LineFigure? Shares,
    IReadOnlyList<Period> Stretches,
    LineFigure? Drift,
    IReadOnlyList<Period> Months,
    LineFigure? AlongSession)
{
    /// <summary>Three years; beyond, weeks are narrower than a pixel on a phone.</summary>
    private const int MostWeeks = 157;

    private const double Difference = 0.01;

    private static readonly string[] s_quarters = ["Start", "Early", "Late", "End"];

    /// <summary>Draws <paramref name="trend"/>.</summary>
    /// <param name="trend">The moods.</param>
    /// <param name="period">The period they were counted in.</param>
    public static MoodsView Of(MoodTrend trend, Period period)
    {
        ArgumentNullException.ThrowIfNull(trend);
        var isLong = trend.Weeks.Count > MostWeeks;
        var stretches = isLong
            ? trend.Months.Select(month => (Label: Said.ShortMonth(month.Start), month.Shares, Days: Said.DaysOfMonth(month.Start, period))).ToList()
            : trend.Weeks.Select(week => (Label: Said.Day(week.Start), week.Shares, Days: Said.DaysOfWeek(week.Start, period))).ToList();
        return new MoodsView(
            trend.Known,
            trend.Plays,
            trend.Moods,
            stretches.Count > 1 && trend.Known > 0
                ? Layers(trend, isLong ? "Moods by month" : "Moods by week", Leader(trend), isLong ? "Month" : "Week of", stretches.ConvertAll(one => (one.Label, one.Shares)))
                : null,
            stretches.ConvertAll(one => one.Days),
            trend.Months.Count(month => month.Drift is not null) > 1 ? DriftLine(trend.Months) : null,
            [.. trend.Months.Select(month => Said.DaysOfMonth(month.Start, period))],
            trend.AlongSession.All(quarter => quarter.Known > 0)
                ? Layers(trend, "Moods along a session", Course(trend), "Quarter of the session", [.. trend.AlongSession.Select((quarter, index) => (s_quarters[index], quarter.Shares))])
                : null);
    }

    private static LineFigure Layers(MoodTrend trend, string name, string caption, string labelName, List<(string Label, IReadOnlyList<double>? Shares)> stretches) => new()
    {
        Name = name,
        Caption = caption,
        LabelName = labelName,
        IsStacked = true,
        IsShare = true,
        Labels = stretches.ConvertAll(stretch => stretch.Label),
        Series = [.. trend.Moods.Select(mood => new LineSeries(
            mood.Name,
            stretches.ConvertAll(stretch => stretch.Shares?[mood.Id]),
            stretches.ConvertAll(stretch => Said.Share(stretch.Shares?[mood.Id])))
        {
            ColorVariable = MoodPalette.At(mood.Id).ColorVariable,
        })],
    };

    private static LineFigure DriftLine(IReadOnlyList<MoodTrend.Month> months)
    {
        var most = months.MaxBy(month => month.Drift ?? -1) ?? months[0];
        return new LineFigure
        {
            Name = "Taste drift by month",
            Caption = $"Your sound moved most in {Said.Month(most.Start)}: {Said.Number(most.Drift, 2)} deviations from the month before.",
            LabelName = "Month",
            Height = 200,
            Labels = [.. months.Select(month => Said.ShortMonth(month.Start))],
            Series = [new LineSeries("Drift", [.. months.Select(month => month.Drift)], [.. months.Select(month => month.Drift is { } drift ? drift.ToString("0.00", CultureInfo.CurrentCulture) : "–")])],
        };
    }

    private static string Leader(MoodTrend trend) => trend.Moods.MaxBy(mood => mood.Known) is { Share: { } share } most
        ? $"“{most.Name}” made up {Said.Share(share)} of your plays."
        : "No mood is known.";

    private static string Course(MoodTrend trend)
    {
        var (mood, change) = trend.Moods
            .Select(mood => (mood, Change: (trend.AlongSession[^1].Shares?[mood.Id] ?? 0) - (trend.AlongSession[0].Shares?[mood.Id] ?? 0)))
            .MaxBy(row => Math.Abs(row.Change));
        var (from, to) = (trend.AlongSession[0].Shares?[mood.Id], trend.AlongSession[^1].Shares?[mood.Id]);
        return Math.Abs(change) < Difference
            ? "Your sessions end in the moods they begin in."
            : $"As a session goes on, “{mood.Name}” {(change > 0 ? "grows" : "shrinks")} from {Said.Share(from)} to {Said.Share(to)}.";
    }
}
