using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>Some words in a row that mean something.</summary>
/// <param name="Words">The words, folded.</param>
/// <param name="Meaning">What they mean.</param>
/// <param name="NeedsCapital">Whether the first word counts with a capital only: May.</param>
/// <param name="NeedsNumber">Whether it counts only written onto a number: the k of 1.2k.</param>
internal sealed record Phrase(ImmutableArray<string> Words, Meaning Meaning, bool NeedsCapital, bool NeedsNumber);
