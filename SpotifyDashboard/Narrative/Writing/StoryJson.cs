using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Reads a model's story out of its answer, whatever stands around it, and writes one for the repair.</summary>
internal static partial class StoryJson
{
    private const int LongestTitle = 120;
    private const int LongestDescription = 2000;
    private const int LongestRoast = 700;
    private const int MostCitations = 30;
    private const int MostFacts = 32;

    private static readonly JsonWriterOptions s_form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The story; null where the answer holds none, or one far longer than asked for.</summary>
    /// <param name="answer">What the model sent.</param>
    /// <param name="facts">What it was written from: names in them may hold full stops.</param>
    public static NarrativeText? Read(string answer, NarrativeFacts facts)
    {
        using var document = ModelJson.Find(answer);
        return document is null ? null : Read(document.RootElement, facts);
    }

    /// <summary>Title, description and roast as JSON, for a model to mend; its citations are not needed for that.</summary>
    public static string Write(NarrativeText text)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_form))
        {
            json.WriteStartObject();
            json.WriteString("title", text.Title);
            json.WriteString("description", text.Description);
            json.WriteString("roast", text.Roast);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static NarrativeText? Read(JsonElement story, NarrativeFacts facts)
    {
        if (TextOf(story, "title", LongestTitle) is not { } title || TextOf(story, "description", LongestDescription) is not { } description || TextOf(story, "roast", LongestRoast) is not { } roast)
        {
            return null;
        }

        ImmutableArray<string> sentences = [.. SentenceSplitter.Split(Folding.Whole(description).Trim(), facts), .. SentenceSplitter.Split(Folding.Whole(roast).Trim(), facts)];
        return new NarrativeText(title, description, roast, [.. CitationsOf(story, sentences).Take(MostCitations)]);
    }

    /// <summary>A text on one line; null where there is none, or too much.</summary>
    private static string? TextOf(JsonElement story, string name, int longest) =>
        story.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && Blanks().Replace(member.GetString() ?? "", " ").Trim() is { Length: > 0 } text && text.Length <= longest
            ? text
            : null;

    private static IEnumerable<NarrativeCitation> CitationsOf(JsonElement story, ImmutableArray<string> sentences)
    {
        if (!story.TryGetProperty("citations", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var citation in list.EnumerateArray().Where(static citation => citation.ValueKind == JsonValueKind.Object))
        {
            if (TextOf(citation, "sentence", LongestDescription) is { } words && citation.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Array)
            {
                var ids = facts.EnumerateArray().Where(static id => id.ValueKind == JsonValueKind.String).Select(static id => id.GetString()).OfType<string>();
                yield return new NarrativeCitation(Find(words, sentences), [.. ids.Take(MostFacts)]);
            }
        }
    }

    /// <summary>The sentence that begins with these words; the words themselves where none does.</summary>
    private static string Find(string words, ImmutableArray<string> sentences)
    {
        var beginning = words.TrimEnd('.', '…', ' ');
        return beginning.Length == 0 ? words : sentences.FirstOrDefault(sentence => sentence.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) ?? words;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
