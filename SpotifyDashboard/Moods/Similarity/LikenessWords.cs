using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods.Similarity;

/// <summary>Says in words in what one track sounds like another and in what not: "both loud and fast, less speech".</summary>
/// <remarks>
/// Both stand out alike where their z-scores lie on the same side of the mean, each at least half a deviation from it, and at most half
/// a deviation apart. They differ where they are three quarters of a deviation apart or more.
/// </remarks>
public static class LikenessWords
{
    private const double StandsOut = 0.5;
    private const double Near = 0.5;
    private const double Apart = 0.75;
    private const int SharedShown = 2;

    /// <summary>What <paramref name="other"/> shares with <paramref name="one"/>, and in what it differs most.</summary>
    /// <param name="features">The d features.</param>
    /// <param name="one">d z-scores of the track that is compared with.</param>
    /// <param name="other">d z-scores of the track that is spoken of.</param>
    /// <returns>A part of a sentence in lower case; never empty.</returns>
    public static string Of(IReadOnlyList<Feature> features, ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        ArgumentNullException.ThrowIfNull(features);
        var shared = new List<(Feature Feature, double Weight)>();
        var different = (Feature: features[0], Difference: 0.0);
        for (var column = 0; column < features.Count; column++)
        {
            if (!FeatureWords.IsTelling(features[column]))
            {
                continue;
            }

            var (mine, its) = (one[column], other[column]);
            var difference = its - mine;
            if (Math.Abs(difference) <= Near && mine * its > 0 && Math.Min(Math.Abs(mine), Math.Abs(its)) >= StandsOut)
            {
                shared.Add((features[column], mine > 0 ? Math.Min(mine, its) : Math.Max(mine, its)));
            }

            different = Math.Abs(difference) > Math.Abs(different.Difference) ? (features[column], difference) : different;
        }

        var both = shared.OrderByDescending(common => Math.Abs(common.Weight)).Take(SharedShown).Select(common => FeatureWords.Of(common.Feature, common.Weight)).ToList();
        var but = Math.Abs(different.Difference) >= Apart ? FeatureWords.Compared(different.Feature, different.Difference) : null;
        return (both.Count, but) switch
        {
            (0, null) => "alike throughout",
            (0, _) => $"much alike, {but}",
            (_, null) => $"both {string.Join(" and ", both)}",
            _ => $"both {string.Join(" and ", both)}, {but}",
        };
    }
}
