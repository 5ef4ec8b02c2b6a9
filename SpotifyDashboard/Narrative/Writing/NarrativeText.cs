using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>A story as a narrator wrote it. Unchecked: it may be neither stored nor shown.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Description">Four to eight sentences, plain text.</param>
/// <param name="Roast">One or two sentences that tease, as sharp as the tone allows.</param>
/// <param name="Citations">What the narrator says its sentences stand on; a hint, never trusted.</param>
public sealed record NarrativeText(string Title, string Description, string Roast, ImmutableArray<NarrativeCitation> Citations);
