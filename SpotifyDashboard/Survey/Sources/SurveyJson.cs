using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpotifyDashboard.Survey.Sources;

/// <summary>How lists and accounts stand in the survey's tables.</summary>
internal static class SurveyJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, s_options);

    /// <summary>The value in a text that <see cref="Write"/> made.</summary>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, s_options) ?? throw new InvalidDataException("A stored survey holds null where it can't.");
}
