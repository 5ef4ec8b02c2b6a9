using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Writes the body of a request. No sampling parameters: Gemini ignores them and is to refuse them (contracts, 6.2).</summary>
internal static class RequestBody
{
    private static readonly JsonWriterOptions s_form = new()
    {
        // Names stay readable and short; quotes, backslashes and control characters are escaped all the same.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static BinaryData Write(LanguageModelOptions options, ModelRequest request)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, s_form))
        {
            json.WriteStartObject();
            json.WriteString("model", options.Model);
            WriteMessages(json, request);
            json.WriteNumber("max_completion_tokens", request.MostTokens);
            if (options.ReasoningEffort.Length > 0)
            {
                json.WriteString("reasoning_effort", options.ReasoningEffort);
            }

            WriteFormat(json, request);
            json.WriteBoolean("stream", true);
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new BinaryData(body.ToArray());
    }

    private static void WriteMessages(Utf8JsonWriter json, ModelRequest request)
    {
        json.WriteStartArray("messages");
        foreach (var message in request.Messages)
        {
            json.WriteStartObject();
            json.WriteString("role", message.Role);
            json.WriteString("content", message.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFormat(Utf8JsonWriter json, ModelRequest request)
    {
        json.WriteStartObject("response_format");
        json.WriteString("type", "json_schema");
        json.WriteStartObject("json_schema");
        json.WriteString("name", request.SchemaName);
        json.WriteBoolean("strict", true);
        json.WritePropertyName("schema");
        json.WriteRawValue(request.Schema);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
