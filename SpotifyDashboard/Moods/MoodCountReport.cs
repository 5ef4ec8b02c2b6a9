using System.Globalization;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>The comparison of numbers of moods as the API tells it.</summary>
/// <param name="Features">Snake_case keys of the features used; empty where no track has any.</param>
/// <param name="TrackCount">Tracks compared.</param>
/// <param name="Suggested">The number that serves best; null where there are too few tracks to say.</param>
/// <param name="Groups">Whether there are natural groups: clear, touching, none, or unknown.</param>
/// <param name="Reason">The suggestion in words.</param>
/// <param name="Default">The number where none is chosen, whatever is suggested.</param>
/// <param name="Numbers">The figures of each number, ascending; a number that the tracks cannot fill is left out.</param>
internal sealed record MoodCountReport(
    IReadOnlyList<string> Features, int TrackCount, int? Suggested, string Groups, string Reason, int Default, IReadOnlyList<MoodCountReport.Number> Numbers)
{
    public static MoodCountReport Of(MoodComparison comparison) => new(
        [.. comparison.Features.Select(Listening.Features.KeyOf)],
        comparison.TrackCount,
        comparison.Answer.Suggested,
        MoodCountWords.KeyOf(comparison.Answer.Reason),
        MoodCountWords.ReasonOf(comparison.Answer, CultureInfo.InvariantCulture),
        MoodMapRequest.DefaultMoods,
        [.. comparison.Answer.Evaluated.Select(figures => new Number(figures.Clusters, figures.Silhouette, figures.CalinskiHarabasz, figures.Stability, figures.Inertia))]);

    /// <summary>How good one number of moods is.</summary>
    internal sealed record Number(int K, double? Silhouette, double? CalinskiHarabasz, double? Stability, double Inertia);
}
