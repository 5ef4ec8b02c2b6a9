using System.Text.Json;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Understands one JSON object of a history file.</summary>
internal interface IRowParser
{
    /// <summary>Reads one object.</summary>
    /// <param name="reader">Stands on the object's first brace; afterwards on its last.</param>
    /// <param name="row">The row.</param>
    /// <returns>False where the data end within the object; it is then asked again with more.</returns>
    /// <exception cref="JsonException">The object is no valid JSON.</exception>
    bool TryParse(ref Utf8JsonReader reader, out HistoryRow row);
}
