using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Sound;

/// <summary>How the music of one person sounds, told against the respondents of a survey.</summary>
/// <param name="Features">The thirteen features in their own units, in the order of <see cref="Feature"/>, each null where unknown.</param>
/// <param name="Shares">The same as shares of the range that the respondents' songs span, 0 to 1; null where unknown or not used by the map.</param>
/// <param name="Standing">Deviations from the respondents' mean, one for each feature of the map, NaN where unknown; empty where too few are known to be placed.</param>
/// <param name="Place">The three components; empty where there is no <paramref name="Standing"/>.</param>
/// <param name="Cluster">The cluster whose centre is nearest; null where there is no <paramref name="Standing"/>.</param>
/// <param name="Score">0 to 100: how near the music is to the middle of the survey (docs/statistics.md); null where it means nothing.</param>
public sealed record MusicDna(
    ImmutableArray<double?> Features,
    ImmutableArray<double?> Shares,
    ImmutableArray<float> Standing,
    ImmutableArray<float> Place,
    int? Cluster,
    double? Score);
