using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>What fills a slot of a phrase.</summary>
/// <param name="Text">In the story's language.</param>
/// <param name="Facts">Ids of the facts that say it.</param>
/// <param name="IsName">Whether it is a name, whose letters stay as they are.</param>
internal sealed record StoryWord(string Text, ImmutableArray<string> Facts, bool IsName = false);
