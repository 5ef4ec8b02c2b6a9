using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Which facts a sentence stands on.</summary>
/// <param name="Sentence">The sentence as it stands in the text.</param>
/// <param name="Facts">Ids of facts; empty for a sentence that claims nothing.</param>
public sealed record NarrativeCitation(string Sentence, ImmutableArray<string> Facts);
