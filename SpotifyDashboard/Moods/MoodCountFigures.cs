using System.Globalization;
using SpotifyDashboard.Components.Charts;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>The comparison of numbers of moods as a chart.</summary>
internal static class MoodCountFigures
{
    /// <summary>The elbow: how far tracks still are from their moods, against the best number of fewest.</summary>
    public static LineFigure Elbow(ClusterCountAnswer answer)
    {
        var most = answer.Evaluated[0].Inertia;
        return new LineFigure
        {
            Name = "How much is left unexplained by 2 to 10 moods",
            Caption = "Squared distance of the tracks to the centre of their mood, two moods being 100 %. It always falls; where the line bends, more moods stop helping.",
            Height = 180,
            LabelName = "Moods",
            IsShare = true,
            Labels = [.. answer.Evaluated.Select(figures => figures.Clusters.ToString(CultureInfo.CurrentCulture))],
            Series =
            [
                new(
                    "Left",
                    [.. answer.Evaluated.Select(figures => (double?)(most == 0 ? 0 : figures.Inertia / most))],
                    [.. answer.Evaluated.Select(figures => (most == 0 ? 0 : figures.Inertia / most).ToString("P0", CultureInfo.CurrentCulture))]),
            ],
        };
    }
}
