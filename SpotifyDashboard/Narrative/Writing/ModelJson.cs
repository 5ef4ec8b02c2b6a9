using System.Text.Json;

namespace SpotifyDashboard.Narrative.Writing;

/// <summary>Finds the JSON that a model was told to send alone, whatever stands around it.</summary>
internal static class ModelJson
{
    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The document, to be disposed; null where there is none, or half of one.</summary>
    public static JsonDocument? Find(string answer)
    {
        // Some models think aloud, or fence what they were told to send alone.
        var thought = answer.LastIndexOf("</think>", StringComparison.Ordinal);
        var start = answer.IndexOf('{', Math.Max(thought, 0));
        var end = answer.LastIndexOf('}');
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(answer.AsMemory(start, end + 1 - start), s_lenient);
        }
        catch (JsonException)
        {
            // Half a text, or none of the form asked for: the caller says so.
            return null;
        }
    }
}
