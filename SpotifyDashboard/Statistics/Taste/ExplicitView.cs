using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>What the panel of explicit tracks shows.</summary>
/// <param name="Known">Counted plays whose track has a mark.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Share">The share marked explicit; null where none has a mark.</param>
/// <param name="Figure">The share month by month; null for a single month.</param>
/// <param name="Months">The days behind each month.</param>
public sealed record ExplicitView(int Known, int Plays, double? Share, LineFigure? Figure, IReadOnlyList<Period> Months)
{
    /// <summary>Draws the share of <paramref name="view"/>.</summary>
    public static ExplicitView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var share = ExplicitShare.Of(view);
        return new ExplicitView(
            share.Known,
            share.Plays,
            share.Share,
            share.Months.Count > 1 && share.Known > 0 ? Line(share.Months) : null,
            [.. share.Months.Select(month => Said.DaysOfMonth(month.Start, view.Period))]);
    }

    private static LineFigure Line(IReadOnlyList<ExplicitShare.Month> months) => new()
    {
        Name = "Share of explicit plays by month",
        Caption = months.MaxBy(month => month.Share ?? -1) is { Explicit: > 0 } most
            ? $"Most in {Said.Month(most.Start)}: {Said.Share(most.Share)} of the plays with a known mark."
            : "None of the plays with a known mark is explicit.",
        LabelName = "Month",
        IsShare = true,
        Height = 200,
        Labels = [.. months.Select(month => Said.ShortMonth(month.Start))],
        Series = [new LineSeries(
            "Explicit",
            [.. months.Select(month => month.Share)],
            [.. months.Select(month => month.Share is { } known ? $"{Said.Share(known)} ({Said.Number(month.Explicit)} of {Said.Plays(month.Known)})" : "not known")])],
    };
}
