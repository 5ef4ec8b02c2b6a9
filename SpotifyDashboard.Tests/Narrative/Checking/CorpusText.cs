using System.Globalization;

namespace SpotifyDashboard.Tests.Narrative.Checking;

/// <summary>A text of the corpus.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The text.</param>
/// <param name="Planted">The words that are wrong; null in a right text.</param>
internal sealed record CorpusText(CultureInfo Language, string Text, string? Planted);
