using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Checking;

/// <summary>A sentence with what it stands on.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Facts">Ids of the facts that bear its claims, as the check found them, and those that the narrator named rightly besides.</param>
/// <param name="Claims">How many numbers, shares, dates, comparisons and names it claims.</param>
/// <param name="Supported">How many of them the facts bear.</param>
public sealed record CheckedSentence(TextPart Part, string Text, ImmutableArray<string> Facts, int Claims, int Supported);
