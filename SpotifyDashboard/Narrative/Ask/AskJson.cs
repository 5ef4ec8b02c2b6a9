using System.Text.Json;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Reads a model's answer to a question, whatever stands around it.</summary>
internal static class AskJson
{
    private const int Longest = 1000;

    /// <summary>The answer, unchecked; null where there is none, or one far longer than asked for.</summary>
    public static string? Read(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text.AsMemory(start, end + 1 - start));
            return document.RootElement.TryGetProperty("answer", out var answer) && answer.ValueKind == JsonValueKind.String
                && answer.GetString()?.ReplaceLineEndings(" ").Trim() is { Length: > 0 and <= Longest } said
                    ? said
                    : null;
        }
        catch (JsonException)
        {
            // Half an answer, or none of the form asked for: the caller says so.
            return null;
        }
    }
}
