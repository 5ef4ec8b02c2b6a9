using System.Collections.Immutable;

namespace SpotifyDashboard.Moods.Months;

/// <summary>Where a listener's plays of one local month stand on a mood map.</summary>
/// <param name="Start">The first day of the month.</param>
/// <param name="Plays">Its counted plays.</param>
/// <param name="Placed">Those whose track is on the map.</param>
/// <param name="Place">Mean x, y and z of the placed plays; empty where there are none.</param>
/// <param name="Nearest">Number of the mood whose centre is nearest to their mean sound; null where there are none.</param>
/// <param name="Moved">How far the place lies from that of the latest month before it that has one, in deviations; null for the first.</param>
/// <param name="Towards">In which direction, in words: "more acoustic, slower"; null where nothing can be said.</param>
public sealed record MoodMonth(DateOnly Start, int Plays, int Placed, ImmutableArray<float> Place, int? Nearest, double? Moved, string? Towards)
{
    /// <summary>The share of the plays that are placed; null without plays.</summary>
    public double? Coverage => Plays == 0 ? null : (double)Placed / Plays;
}
