using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>A story that was checked and holds.</summary>
/// <param name="Text">The story, sentence by sentence with its facts.</param>
/// <param name="IsByModel">Whether the model wrote it; else the template did.</param>
/// <param name="Model">The model's name; null for the template.</param>
/// <param name="PromptVersion">Version of the prompt or of the template's phrases.</param>
/// <param name="Outcome">What became of asking the model.</param>
/// <param name="Remark">Why it is not the model's text, in a sentence; null where it is, or where none was wanted.</param>
/// <param name="TokensIn">Tokens read over all tries; null where nobody counted.</param>
/// <param name="TokensOut">Tokens written over all tries, thinking included; null where nobody counted.</param>
public sealed record WrittenStory(
    CheckedText Text,
    bool IsByModel,
    string? Model,
    string PromptVersion,
    ModelOutcome Outcome,
    string? Remark,
    int? TokensIn,
    int? TokensOut)
{
    /// <summary>When asking the model is worth another try (UTC); null where nobody said.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Calls to the model that were made for it.</summary>
    public int ModelCalls { get; init; }
}
