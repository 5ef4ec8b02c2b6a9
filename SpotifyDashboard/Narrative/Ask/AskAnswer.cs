using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>What became of a question.</summary>
/// <param name="Understood">What it was understood to ask.</param>
/// <param name="Facts">What was retrieved to answer it; empty where nothing was understood or played.</param>
public sealed record AskAnswer(UnderstoodQuestion Understood, NarrativeFacts Facts)
{
    /// <summary>The model's answer, checked; null where the facts alone answer.</summary>
    public CheckedText? Text { get; init; }

    /// <summary>The model that wrote it; null where none did.</summary>
    public string? Model { get; init; }

    /// <summary>Why there is no answer in words, in a sentence; null where there is one, or where none was wanted.</summary>
    public string? Remark { get; init; }
}
