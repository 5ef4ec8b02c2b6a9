using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Components.Controls;

/// <summary>SVG paths of a small line over a field of 100 × 24, the lowest value at least zero deep.</summary>
internal static class SparkLine
{
    private const double Width = 100;
    private const double Height = 24;
    private const double Air = 2;

    /// <summary>The line through <paramref name="values"/>, from left to right.</summary>
    public static string Line(IReadOnlyList<double> values)
    {
        var most = Math.Max(values.Max(), double.Epsilon);
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            var x = Width * i / (values.Count - 1);
            var y = Height - Air - (Height - 2 * Air) * Math.Max(values[i], 0) / most;
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x:0.##} {y:0.##}");
        }

        return path.ToString();
    }

    /// <summary>The field under the line.</summary>
    public static string Area(IReadOnlyList<double> values) =>
        string.Create(CultureInfo.InvariantCulture, $"{Line(values)}L{Width} {Height}L0 {Height}Z");
}
