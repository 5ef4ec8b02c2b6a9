using System.Text.Json.Serialization;

namespace SpotifyDashboard.Moods;

/// <summary>The mood map as the API tells it.</summary>
/// <param name="Features">Snake_case keys of the features used.</param>
/// <param name="K">Number of moods found; at most as many as asked for.</param>
/// <param name="TrackCount">Tracks on the map; 0 where none has audio features.</param>
/// <param name="Coverage">Tracks on the map, of how many in the scope.</param>
/// <param name="Inertia">Sum of squared distances to the own centroid, in standard deviations; weighted when plays weigh.</param>
/// <param name="Silhouette">Mean silhouette, −1 to 1; null where it is not defined.</param>
/// <param name="Stability">How far searches from other seeds find these moods again, 1 where always (mean adjusted Rand index); null below two moods.</param>
/// <param name="ExplainedVariance">Shares of the variance along x, y and z.</param>
/// <param name="Clusters">The moods by number.</param>
/// <param name="Points">Every track, where asked for.</param>
/// <param name="Narrative">The newest story about it; null while there is none.</param>
/// <param name="Notes">What was left out and why, in sentences.</param>
internal sealed record MoodReport(
    IReadOnlyList<string> Features,
    int K,
    int TrackCount,
    MoodCoverage Coverage,
    double Inertia,
    double? Silhouette,
    double? Stability,
    IReadOnlyList<double> ExplainedVariance,
    IReadOnlyList<MoodReport.Cluster> Clusters,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MoodReport.Point>? Points,
    object? Narrative,
    IReadOnlyList<string> Notes)
{
    /// <summary>The report on <paramref name="map"/>, whose moods other searches find again as far as <paramref name="stability"/> says, with the newest story.</summary>
    public static MoodReport Of(MoodMap map, double? stability, bool withPoints, object? narrative) => new(
        [.. map.Features.Select(Listening.Features.KeyOf)],
        map.Moods.Length,
        map.TrackCount,
        map.Coverage,
        map.Inertia,
        map.Silhouette,
        stability,
        map.ExplainedVariance,
        [.. map.Moods.Select(mood => ClusterOf(map, mood))],
        withPoints ? [.. Enumerable.Range(0, map.TrackCount).Select(row => PointAt(map, row))] : null,
        narrative,
        map.Notes);

    private static Cluster ClusterOf(MoodMap map, Mood mood) => new(
        mood.Number,
        mood.Name,
        mood.Was,
        mood.Share,
        mood.TrackCount,
        map.Features.Select((feature, column) => (Key: Listening.Features.KeyOf(feature), Value: mood.Centroid[column])).ToDictionary(pair => pair.Key, pair => pair.Value),
        [.. mood.Representatives.Select(row => map.TrackAt(row).PublicId)]);

    private static Point PointAt(MoodMap map, int row)
    {
        var track = map.TrackAt(row);
        var place = map.PlaceOf(row);
        return new Point(track.PublicId, track.Title, map.ArtistAt(row), map.Labels[row], place[0], place[1], place[2]);
    }

    /// <summary>One mood.</summary>
    /// <param name="Id">Its number, from 0; it stays from run to run.</param>
    /// <param name="Name">Plain words, unique in the report.</param>
    /// <param name="Was">What it was called until lately; null where its name is the old one.</param>
    /// <param name="Share">Share of the plays when they weigh, else of the tracks.</param>
    /// <param name="TrackCount">Tracks in it.</param>
    /// <param name="Centroid">Mean of each feature in its own unit.</param>
    /// <param name="Representatives">Ids of the tracks nearest to the centroid, at most five.</param>
    internal sealed record Cluster(
        int Id, string Name, string? Was, double Share, int TrackCount, IReadOnlyDictionary<string, double> Centroid, IReadOnlyList<string> Representatives);

    /// <summary>One track in space.</summary>
    internal sealed record Point(string TrackId, string Title, string Artist, int Cluster, float X, float Y, float Z);
}
