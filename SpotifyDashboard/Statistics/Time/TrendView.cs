using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>A trend as it is drawn.</summary>
/// <param name="Figure">The lines; null where nothing was played.</param>
/// <param name="By">How long the stretches are.</param>
/// <param name="Offered">Lengths that suit the period.</param>
/// <param name="Stretches">The days of each stretch, cut as the period cuts them; of an hour its day.</param>
public sealed record TrendView(LineFigure? Figure, TrendBucket By, IReadOnlyList<TrendBucket> Offered, IReadOnlyList<Period> Stretches)
{
    private const double MsPerHour = 3_600_000;

    /// <summary>Draws <paramref name="view"/> and the stretch before it.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="asked">How long the stretches shall be; one that doesn't suit the period gives way to one that does.</param>
    /// <param name="of">Plays or time.</param>
    public static TrendView Of(ListeningView view, TrendBucket? asked, TopMeasure of)
    {
        ArgumentNullException.ThrowIfNull(view);
        var days = Calendar.SpanOf(view) is var (first, last) ? last.DayNumber - first.DayNumber + 1 : 0;
        var offered = TrendBuckets.SuitableFor(days);
        var by = asked is { } wanted && offered.Contains(wanted) ? wanted : TrendBuckets.BestFor(days);
        var trend = Trend.Of(view, by);
        return new TrendView(trend.Points.All(point => point.Plays == 0) ? null : Draw(trend, by, of), by, offered, [.. trend.Points.Select(point => Said.Within(view.Period, point.Day, TrendBuckets.EndOf(point.Day, by)))]);
    }

    private static LineFigure Draw(Trend trend, TrendBucket by, TopMeasure of)
    {
        var labels = TrendLabels.Of(trend.Points, by);
        List<LineSeries> series = [SeriesOf("This period", trend.Points, labels.Count, by, of)];
        if (trend.Previous is { } previous && previous.Any(point => point.Plays > 0))
        {
            series.Add(SeriesOf("Stretch before", previous, labels.Count, by, of) with { IsQuiet = true });
        }

        return new LineFigure
        {
            Name = $"{(of == TopMeasure.Plays ? "Plays" : "Hours")} by {TrendBuckets.NameOf(by)}",
            Caption = CaptionOf(trend, labels, by, of),
            LabelName = TrendLabels.NameOf(by),
            Labels = labels,
            Series = series,
        };
    }

    /// <summary>The stretch before may be a month or week longer or shorter: it is laid beside this one from its begin.</summary>
    private static LineSeries SeriesOf(string name, IReadOnlyList<TrendPoint> points, int count, TrendBucket by, TopMeasure of)
    {
        var labels = TrendLabels.Of(points, by);
        var shown = Math.Min(count, points.Count);
        return new LineSeries(
            name,
            [.. points.Take(shown).Select(point => (double?)Measured(point, of)), .. Enumerable.Repeat<double?>(null, count - shown)],
            [.. points.Take(shown).Select((point, place) => $"{TrendLabels.InWords(labels[place], by)}: {Say(point, of)}"), .. Enumerable.Repeat("–", count - shown)]);
    }

    private static string CaptionOf(Trend trend, IReadOnlyList<string> labels, TrendBucket by, TopMeasure of)
    {
        var fullest = Enumerable.Range(0, trend.Points.Count).MaxBy(place => Measured(trend.Points[place], of));
        var (now, before) = (Total(trend.Points), Total(trend.Previous ?? []));
        var compared = Said.Compared(Measured(now, of), Measured(before, of)) is { } words ? $", {words}" : "";
        return trend.Points.Count == 1
            ? $"{Say(now, of)} in all{compared}."
            : $"The fullest {TrendBuckets.NameOf(by)} was {(by == TrendBucket.Week ? "that of " : "")}{labels[fullest]} with {Say(trend.Points[fullest], of)}; {Say(now, of)} in all{compared}.";
    }

    private static TrendPoint Total(IReadOnlyList<TrendPoint> points) => new("", points.Sum(point => point.Plays), points.Sum(point => point.Ms));

    private static double Measured(TrendPoint point, TopMeasure of) => of == TopMeasure.Plays ? point.Plays : Math.Round(point.Ms / MsPerHour, 2);

    private static string Say(TrendPoint point, TopMeasure of) => of == TopMeasure.Plays ? Said.Plays(point.Plays) : Said.Time(point.Ms);
}
