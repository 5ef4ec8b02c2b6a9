using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Facts as a model reads them: id, text, value and unit, nothing else.</summary>
internal static class FactsJson
{
    private const int Decimals = 2;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The list in one line. Values are rounded to two decimals; letters of all scripts stand as they are.</summary>
    public static string Of(IEnumerable<NarrativeFact> facts)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartArray();
            foreach (var fact in facts)
            {
                Write(writer, fact);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, NarrativeFact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("id", fact.Id);
        writer.WriteString("text", fact.Text);
        if (fact.Value is { } value)
        {
            writer.WriteNumber("value", Math.Round((decimal)value, Decimals, MidpointRounding.AwayFromZero));
            writer.WriteString("unit", JsonNamingPolicy.CamelCase.ConvertName(fact.Unit.ToString()));
        }

        writer.WriteEndObject();
    }
}
