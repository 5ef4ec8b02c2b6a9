using SpotifyDashboard.Components.Charts;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>Five round groups of points, the same on every run.</summary>
internal static class PlantedCloud
{
    /// <summary>A figure of <paramref name="points"/> points; point i belongs to group i modulo 5.</summary>
    public static PointCloudFigure Make(int points, int dimensions)
    {
        var random = new Random(42);
        var centers = Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, dimensions).Select(_ => random.NextDouble() * 8 - 4).ToArray()).ToArray();
        var positions = new float[points * dimensions];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = (float)(centers[i / dimensions % 5][i % dimensions] + random.NextDouble() + random.NextDouble() + random.NextDouble());
        }

        return new PointCloudFigure
        {
            Name = "A cloud of points",
            Caption = "Five groups, far apart.",
            Height = 560,
            Dimensions = dimensions,
            Positions = PointCloudFigure.Pack(positions),
            GroupOf = [.. Enumerable.Range(0, points).Select(static i => (byte)(i % 5))],
            Groups = [.. MoodPalette.First(5).Select(static (mark, i) => new PointGroup($"Group {i}", mark))],
            Axes = ["First", "Second", "Third"],
            Revision = "planted",
        };
    }
}
