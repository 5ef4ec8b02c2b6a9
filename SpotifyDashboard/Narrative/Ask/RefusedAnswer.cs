using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>An answer that was refused, for the model to mend.</summary>
/// <param name="Text">What it wrote; null where it could not be read.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record RefusedAnswer(string? Text, ImmutableArray<CheckFault> Faults);
