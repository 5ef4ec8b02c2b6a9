using System.Text.Json;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Reads a model's answer to a question, whatever stands around it.</summary>
internal static class AskJson
{
    private const int Longest = 1000;

    /// <summary>The answer, unchecked; null where there is none, or one far longer than asked for.</summary>
    public static string? Read(string text)
    {
        using var document = ModelJson.Find(text);
        return document is not null && document.RootElement.TryGetProperty("answer", out var answer) && answer.ValueKind == JsonValueKind.String
            && answer.GetString()?.ReplaceLineEndings(" ").Trim() is { Length: > 0 and <= Longest } said
                ? said
                : null;
    }
}
