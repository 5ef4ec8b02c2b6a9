using System.Collections.Immutable;
using System.Globalization;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>How texts are checked.</summary>
/// <param name="Text">Checks a whole text.</param>
/// <param name="Sentence">Checks one sentence, while more arrive.</param>
internal sealed record StoryCheck(
    Func<NarrativeText, NarrativeFacts, CultureInfo, CheckedText> Text,
    Func<TextPart, string, NarrativeFacts, CultureInfo, (CheckedSentence Sentence, ImmutableArray<CheckFault> Faults)> Sentence);
