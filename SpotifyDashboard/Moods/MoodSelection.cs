using System.Collections.Immutable;

namespace SpotifyDashboard.Moods;

/// <summary>Which rows a request selects, and what had to be left out.</summary>
/// <param name="Coverage">Tracks on the map, of how many.</param>
/// <param name="Notes">Sentences that say what was left out and why.</param>
/// <param name="Rows">The tracks; null where none has the features.</param>
internal sealed record MoodSelection(MoodCoverage Coverage, ImmutableArray<string> Notes, MoodRows? Rows);
