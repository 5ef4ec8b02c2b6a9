using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods.Months;

/// <summary>Says in words in which direction a mean sound moved.</summary>
internal static class MoodDirection
{
    /// <summary>Deviations below which a feature has not moved.</summary>
    private const double Noticeable = 0.1;

    private const int Shown = 2;

    /// <summary>The two features that moved most: "more acoustic, slower"; "hardly at all" where none moved by a tenth of a deviation.</summary>
    public static string Of(ImmutableArray<Feature> features, double[] from, double[] to)
    {
        var words = Enumerable.Range(0, features.Length)
            .Where(column => Math.Abs(to[column] - from[column]) >= Noticeable && FeatureWords.IsTelling(features[column]))
            .OrderByDescending(column => Math.Abs(to[column] - from[column]))
            .Take(Shown)
            .Select(column => FeatureWords.Compared(features[column], to[column] - from[column]))
            .ToList();
        return words.Count == 0 ? "hardly at all" : string.Join(", ", words);
    }
}
