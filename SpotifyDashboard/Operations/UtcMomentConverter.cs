using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpotifyDashboard.Operations;

/// <summary>Writes moments as ISO 8601 in UTC with milliseconds and a <c>Z</c>, the one form the API knows.</summary>
internal sealed class UtcMomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}
