using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Groups;

/// <summary>Respondents who gave the same answer.</summary>
/// <param name="Name">The answer in its most frequent spelling.</param>
/// <param name="Members">Places in the roster, ascending.</param>
/// <param name="HoursPerDay">Mean hours of music a day of those who said; null where nobody did.</param>
/// <param name="WithSound">How many of them are on the map.</param>
/// <param name="MeanSound">Mean of each of the thirteen features over those on the map, in the order of <see cref="Feature"/>; null where the map does not use it or nobody is on it.</param>
/// <param name="Standing">The same in deviations from the mean of all respondents on the map.</param>
public sealed record SurveyGroup(
    string Name, ImmutableArray<int> Members, double? HoursPerDay, int WithSound, ImmutableArray<double?> MeanSound, ImmutableArray<double?> Standing);
