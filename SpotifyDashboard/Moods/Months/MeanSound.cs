using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods.Months;

/// <summary>Where a mean of tracks stands on a map, given as the mean of each feature in deviations.</summary>
internal static class MeanSound
{
    /// <summary>Its x, y and z: the mean of the tracks' places, since components are a linear map.</summary>
    public static float[] PlaceOn(MoodMap map, double[] standing)
    {
        var rows = map.Rows ?? throw new ArgumentException("The map has no tracks.", nameof(map));
        return rows.Components.Transform(new FeatureMatrix(rows.Scaled.Features, Array.ConvertAll(standing, value => (float)value))).Row(0).ToArray();
    }

    /// <summary>The mood whose centre is the nearest; the first of equally near ones.</summary>
    public static Mood NearestOn(MoodMap map, double[] standing) =>
        map.Moods.MinBy(mood => mood.Standing.Zip(standing, static (centre, value) => (centre - value) * (centre - value)).Sum()) ?? throw new ArgumentException("The map has no moods.", nameof(map));
}
