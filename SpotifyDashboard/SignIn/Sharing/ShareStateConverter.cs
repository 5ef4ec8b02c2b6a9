using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Writes a state in lower case.</summary>
internal sealed class ShareStateConverter() : JsonStringEnumConverter<ShareState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
