using System.Collections.Immutable;

namespace SpotifyDashboard.Moods;

/// <summary>The tracks of a map that are far from every mood.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Farthest">The farthest of them, farthest first.</param>
public sealed record MoodOutliers(int Count, ImmutableArray<MoodOutlier> Farthest)
{
    /// <summary>Robust deviations above the usual distance from which on a track is an outlier.</summary>
    public const double Threshold = 5;

    private const int Shown = 10;

    /// <summary>What makes the median absolute deviation of a normal distribution its standard deviation.</summary>
    private const double DeviationsPerMedian = 1.4826;

    /// <summary>Fewer tracks have no usual distance.</summary>
    private const int FewestTracks = 20;

    /// <summary>Finds those of <paramref name="map"/>: the distance to the centre of the own mood against the median of all such distances.</summary>
    internal static MoodOutliers Of(MoodMap map)
    {
        if (map.TrackCount < FewestTracks)
        {
            return new MoodOutliers(0, []);
        }

        var median = MedianOf([.. map.Distances]);
        var spread = DeviationsPerMedian * MedianOf(Array.ConvertAll(map.Distances, distance => Math.Abs(distance - median)));
        if (spread == 0)
        {
            return new MoodOutliers(0, []);
        }

        int[] rows = [.. Enumerable.Range(0, map.TrackCount).Where(row => map.Distances[row] > median + (Threshold * spread))];
        return new MoodOutliers(
            rows.Length,
            [.. rows.OrderByDescending(row => map.Distances[row]).ThenBy(row => row).Take(Shown).Select(row => Explain(map, row, (map.Distances[row] - median) / spread))]);
    }

    private static MoodOutlier Explain(MoodMap map, int row, double score)
    {
        var centre = map.Moods[map.Labels[row]].Standing;
        var apart = centre.Select((value, column) => map.StandingOf(row)[column] - value).ToArray();
        var column = Enumerable.Range(0, apart.Length).MaxBy(column => Math.Abs(apart[column]) * map.Request.Emphasis.Of(map.Features[column]));
        return new MoodOutlier(row, score, map.Features[column], apart[column]);
    }

    private static double MedianOf(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
