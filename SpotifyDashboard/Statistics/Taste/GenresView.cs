using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>What the panel of genres shows.</summary>
/// <param name="Known">Counted plays whose artist has a genre.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Figure">Layers by month, or bars for a single one.</param>
/// <param name="Months">The days behind each month; empty for bars, which are genres.</param>
public sealed record GenresView(int Known, int Plays, ChartFigure Figure, IReadOnlyList<Period> Months)
{
    private const int Shown = 8;
    private const double Growth = 0.01;

    /// <summary>Draws the genres of <paramref name="view"/>.</summary>
    public static GenresView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var trend = GenreTrend.Of(view, Shown);
        int[] sums = [.. trend.Genres.Select((_, genre) => trend.Months.Sum(month => month.Plays[genre]))];
        return trend.Months.Count > 1
            ? new GenresView(trend.Known, trend.Plays, Layers(trend, sums), [.. trend.Months.Select(month => Said.DaysOfMonth(month.Start, view.Period))])
            : new GenresView(trend.Known, trend.Plays, Bars(trend, sums), []);
    }

    private static LineFigure Layers(GenreTrend trend, int[] sums) => new()
    {
        Name = "Plays by genre and month",
        Caption = string.Join(" ", new[] { Leader(trend, sums), Grower(trend) }.OfType<string>()),
        LabelName = "Month",
        IsStacked = true,
        Height = 360,
        Labels = [.. trend.Months.Select(month => Said.ShortMonth(month.Start))],
        Series = [.. trend.Genres.Select((genre, place) => new LineSeries(
            genre,
            [.. trend.Months.Select(month => (double?)month.Plays[place])],
            [.. trend.Months.Select(month => Said.Plays(month.Plays[place]))]))],
    };

    private static BarFigure Bars(GenreTrend trend, int[] sums) => new()
    {
        Name = "Plays by genre",
        Caption = Leader(trend, sums) ?? "No genre is known.",
        LabelName = "Genre",
        ValueName = "Plays",
        Horizontal = true,
        Labels = trend.Genres,
        Values = [.. sums.Select(sum => (double)sum)],
        Texts = [.. sums.Select(Said.Plays)],
    };

    private static string? Leader(GenreTrend trend, int[] sums) => sums.Length == 0
        ? null
        : $"You listened most to {trend.Genres[0]}: {Said.Share((double)sums[0] / trend.Known)} of the plays whose genre is known.";

    /// <summary>The genre that gained most between the two halves of the months.</summary>
    private static string? Grower(GenreTrend trend)
    {
        var half = trend.Months.Count / 2;
        var early = trend.Months.Take(half).ToList();
        var late = trend.Months.Skip(half).ToList();
        if (early.Sum(month => month.Known) == 0 || late.Sum(month => month.Known) == 0)
        {
            return null;
        }

        var (genre, before, after) = trend.Genres
            .Select((name, place) => (Name: name, Before: ShareIn(early, place), After: ShareIn(late, place)))
            .MaxBy(row => row.After - row.Before);
        return after - before < Growth ? null : $"Most gained by {genre}, from {Said.Share(before)} in the first half to {Said.Share(after)} in the second.";
    }

    private static double ShareIn(List<GenreTrend.Month> months, int place) => (double)months.Sum(month => month.Plays[place]) / months.Sum(month => month.Known);
}
