using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>What the panel of the hipster score shows.</summary>
/// <param name="Hipster">The figures of the period.</param>
/// <param name="Figure">The score month by month; null for a single month or where it is withheld.</param>
/// <param name="Months">The days behind each month.</param>
public sealed record HipsterView(HipsterScore Hipster, LineFigure? Figure, IReadOnlyList<Period> Months)
{
    /// <summary>Draws the score of <paramref name="view"/>.</summary>
    public static HipsterView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var hipster = HipsterScore.Of(view);
        var figure = hipster.Months.Count(month => month.Score is not null) > 1 ? Line(hipster.Months) : null;
        return new HipsterView(hipster with { Months = [] }, figure, [.. hipster.Months.Select(month => Said.DaysOfMonth(month.Start, view.Period))]);
    }

    private static LineFigure Line(IReadOnlyList<HipsterScore.Month> months)
    {
        var scored = months.Where(month => month.Score is not null).ToList();
        var most = scored.MaxBy(month => month.Score) ?? months[0];
        var least = scored.MinBy(month => month.Score) ?? months[0];
        return new LineFigure
        {
            Name = "Hipster score by month",
            Caption = $"Least mainstream in {Said.Month(most.Start)} ({Said.Number(most.Score, 1)}), most in {Said.Month(least.Start)} ({Said.Number(least.Score, 1)}).",
            LabelName = "Month",
            Height = 200,
            Labels = [.. months.Select(month => Said.ShortMonth(month.Start))],
            Series = [new LineSeries(
                "Hipster score",
                [.. months.Select(month => month.Score)],
                [.. months.Select(month => month.Score is { } score ? $"{Said.Number(score, 1)} ({Said.Number(month.Known)} of {Said.Plays(month.Plays)} known)" : "withheld: too little is known")])],
        };
    }
}
