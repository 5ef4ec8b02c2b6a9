using System.Collections.Immutable;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods;

/// <summary>Moods under the numbers and names that they keep.</summary>
/// <param name="Model">The split, by those numbers.</param>
/// <param name="Moods">The moods by number, as they are to be remembered.</param>
/// <param name="Changes">What became of earlier moods lately.</param>
internal sealed record SettledMoods(KMeansModel Model, ImmutableArray<RememberedMood> Moods, ImmutableArray<MoodChange> Changes);
