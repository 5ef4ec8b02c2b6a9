using System.Globalization;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>Says which number of moods serves best, and how much that means.</summary>
internal static class MoodCountWords
{
    /// <summary>Agreement from which on two answers count as the same.</summary>
    public const double Stable = 0.95;

    /// <summary>The suggestion with its reason, in plain sentences; never a claim of groups that are not there.</summary>
    public static string ReasonOf(ClusterCountAnswer answer, IFormatProvider culture)
    {
        if (answer.Suggested is not { } suggested || answer.Evaluated.FirstOrDefault(figures => figures.Clusters == suggested) is not { } best)
        {
            return "There are too few different tracks to compare numbers of moods.";
        }

        var highest = answer.Evaluated.Max(figures => figures.Silhouette);
        return answer.Reason switch
        {
            ClusterCountReason.NoNaturalGroups => string.Create(culture, $"Your tracks are one cloud without natural groups (silhouette at best {highest:0.00}): any number is a cut through it. Beyond {suggested} moods, more help least; {MoodMapRequest.DefaultMoods} is the default. {StabilityOf(best, culture)}"),
            ClusterCountReason.TouchingGroups => string.Create(culture, $"{suggested} moods suit these tracks best: beyond them, more help little. They keep apart, though they touch (silhouette {best.Silhouette:0.00}). {StabilityOf(best, culture)}"),
            _ => string.Create(culture, $"{suggested} moods suit these tracks best: beyond them, more help little, and they stand apart (silhouette {best.Silhouette:0.00}). {StabilityOf(best, culture)}"),
        };
    }

    /// <summary>The reason as one word for programs.</summary>
    public static string KeyOf(ClusterCountReason reason) => reason switch
    {
        ClusterCountReason.NoNaturalGroups => "none",
        ClusterCountReason.TouchingGroups => "touching",
        ClusterCountReason.ClearGroups => "clear",
        _ => "unknown",
    };

    private static string StabilityOf(ClusterCountFigures best, IFormatProvider culture) => best.Stability switch
    {
        null => "",
        >= Stable => string.Create(culture, $"Samples of your tracks give the same {best.Clusters} again (agreement {best.Stability:0.00} of 1)."),
        _ => string.Create(culture, $"Samples of your tracks give them only roughly again (agreement {best.Stability:0.00} of 1)."),
    };
}
