using System.Globalization;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Overview;

/// <summary>The rows of a top list as they are read.</summary>
/// <param name="Rows">Best first.</param>
/// <param name="HasPrevious">Whether there is a stretch before to compare ranks with.</param>
public sealed record TopView(IReadOnlyList<TopRow> Rows, bool HasPrevious)
{
    private const int Limit = 8;
    private const double MsPerMinute = 60_000;

    /// <summary>The first rows of <paramref name="view"/>.</summary>
    public static TopView Of(ListeningView view, TopKind kind, TopMeasure by)
    {
        ArgumentNullException.ThrowIfNull(view);
        var items = TopList.Of(view, kind, by, Limit);
        return new TopView([.. items.Select(item => new TopRow(item, Measured(item) / Measured(items[0]), FigureOf(item)))], view.Previous() is not null);

        double Measured(TopItem item) => by == TopMeasure.Plays ? item.Plays : item.Ms;

        string FigureOf(TopItem item) => by == TopMeasure.Plays
            ? item.Plays.ToString("N0", CultureInfo.CurrentCulture)
            : $"{(item.Ms / MsPerMinute).ToString("N0", CultureInfo.CurrentCulture)} min";
    }
}
