using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>How a mood stands in one feature to all tracks of its map.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Value">The mood's mean, in the feature's own unit.</param>
/// <param name="Average">The mean of all tracks.</param>
/// <param name="Deviations">The mood's centre, in standard deviations from that mean.</param>
public readonly record struct MoodTrait(Feature Feature, double Value, double Average, double Deviations)
{
    /// <summary>Below it a difference sets nothing apart.</summary>
    public const double Noticeable = 0.25;

    /// <summary>Every feature of a mood, the largest deviation first, equal ones in the order of the features.</summary>
    public static IReadOnlyList<MoodTrait> Of(MoodMap map, Mood mood)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(mood);
        var means = map.OverallRadar.Means;
        return
        [
            .. map.Features.Select((feature, column) => new MoodTrait(feature, mood.Centroid[column], means[column], mood.Standing[column]))
                .OrderByDescending(trait => Math.Abs(trait.Deviations)),
        ];
    }
}
