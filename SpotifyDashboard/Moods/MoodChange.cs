namespace SpotifyDashboard.Moods;

/// <summary>What became of a mood: it split, or several became one.</summary>
/// <param name="At">When it was seen (UTC, milliseconds).</param>
/// <param name="Text">In a sentence, with the names of then.</param>
internal sealed record MoodChange(long At, string Text);
