using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Statistics.Time;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Draws an <see cref="ItemCurve"/>.</summary>
internal static class CurveFigure
{
    private const double MsPerMinute = 60_000;

    /// <summary>The line with its finding in words; null where nothing was played.</summary>
    public static LineFigure? Of(ItemCurve curve)
    {
        if (curve.Points.MaxBy(point => point.Plays) is not { Plays: > 0 } most)
        {
            return null;
        }

        return new LineFigure
        {
            Name = $"Plays by {curve.By}",
            Caption = $"Most {(curve.By switch { "month" => "in ", "week" => "in the week of ", _ => "on " })}{most.Day.ToString(curve.By == "month" ? "MMMM yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture)}: {Plays(most.Plays)}.",
            Height = 260,
            LabelName = char.ToUpperInvariant(curve.By[0]) + curve.By[1..],
            Labels = [.. curve.Points.Select(point => Label(point, curve.By))],
            Series = [new LineSeries("Plays", [.. curve.Points.Select(point => (double?)point.Plays)], [.. curve.Points.Select(Text)])],
        };
    }

    private static string Label(TrendPoint point, string by) => point.Day.ToString(by == "month" ? "MMM yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Text(TrendPoint point) => $"{Plays(point.Plays)}, {(point.Ms / MsPerMinute).ToString("N0", CultureInfo.CurrentCulture)} min";

    private static string Plays(int plays) => $"{plays.ToString("N0", CultureInfo.CurrentCulture)} {(plays == 1 ? "play" : "plays")}";
}
