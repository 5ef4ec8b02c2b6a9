using System.Text.Json;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Reads a model's answer to a question, whatever stands around it.</summary>
internal static class AskJson
{
    private const int Longest = 1000;
    private const int MostCitations = 8;
    private const int MostFacts = 24;

    /// <summary>The answer as an unchecked text without title and roast; null where there is none, or one far longer than asked for.</summary>
    public static NarrativeText? Read(string text)
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
                    ? new NarrativeText("", said, "", [.. CitationsOf(document.RootElement, said).Take(MostCitations)])
                    : null;
        }
        catch (JsonException)
        {
            // Half an answer, or none of the form asked for: the caller says so.
            return null;
        }
    }

    private static IEnumerable<NarrativeCitation> CitationsOf(JsonElement answer, string said)
    {
        if (!answer.TryGetProperty("citations", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        var sentences = StorySentences.Split(said);
        foreach (var citation in list.EnumerateArray().Where(citation => citation.ValueKind == JsonValueKind.Object))
        {
            if (citation.TryGetProperty("sentence", out var words) && words.ValueKind == JsonValueKind.String
                && citation.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Array
                && sentences.FirstOrDefault(sentence => sentence.StartsWith(words.GetString()?.TrimEnd('.', '…', ' ') ?? "", StringComparison.OrdinalIgnoreCase)) is { } sentence)
            {
                yield return new NarrativeCitation(sentence, [.. facts.EnumerateArray().Where(id => id.ValueKind == JsonValueKind.String).Select(id => id.GetString()).OfType<string>().Take(MostFacts)]);
            }
        }
    }
}
