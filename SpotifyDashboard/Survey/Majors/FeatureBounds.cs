using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>Between which values an audio feature can lie: what lies outside is a slip.</summary>
internal static class FeatureBounds
{
    /// <summary>The least and the greatest possible value, in the feature's own unit.</summary>
    public static (double Least, double Most) Of(Feature feature) => feature switch
    {
        Feature.Key => (-1, 11),
        Feature.Loudness => (-100, 20),
        Feature.Tempo => (0, 400),
        Feature.DurationMs => (0, 86_400_000),
        Feature.TimeSignature => (0, 16),
        _ => (0, 1),
    };
}
