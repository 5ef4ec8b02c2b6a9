using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods.Months;

/// <summary>Where a mean of tracks stands on a map, given as the mean of each feature in deviations.</summary>
internal static class MeanSound
{
    /// <summary>Its x, y and z: the mean of the tracks' places, since components are a linear map.</summary>
    public static float[] PlaceOn(MoodMap map, double[] standing)
    {
        var rows = map.Rows ?? throw new ArgumentException("The map has no tracks.", nameof(map));
        return rows.Components.Transform(new FeatureMatrix(rows.Scaled.Features, [.. standing.Zip(rows.Emphasis, static (value, factor) => (float)(value * factor))])).Row(0).ToArray();
    }

    /// <summary>The mood whose centre is the nearest in the space of the map; the first of equally near ones.</summary>
    public static Mood NearestOn(MoodMap map, double[] standing)
    {
        double[] factors = [.. map.Features.Select(map.Request.Emphasis.Of)];
        return map.Moods.MinBy(mood => factors.Select((factor, column) => Math.Pow(factor * (mood.Standing[column] - standing[column]), 2)).Sum())
            ?? throw new ArgumentException("The map has no moods.", nameof(map));
    }
}
