using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>A text that was refused, for the narrator to mend.</summary>
/// <param name="Text">What it wrote; null where its answer could not be read at all.</param>
/// <param name="Faults">What is wrong with it.</param>
public sealed record RefusedText(NarrativeText? Text, ImmutableArray<CheckFault> Faults);
