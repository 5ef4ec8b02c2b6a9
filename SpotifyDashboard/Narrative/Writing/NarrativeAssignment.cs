using System.Globalization;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>What a narrator is asked to write.</summary>
/// <param name="Facts">All it may say.</param>
/// <param name="Tone">How it speaks.</param>
/// <param name="Language">The language it writes in, with its forms of numbers and dates.</param>
public sealed record NarrativeAssignment(NarrativeFacts Facts, NarrativeTone Tone, CultureInfo Language);
