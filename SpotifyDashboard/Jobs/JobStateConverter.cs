using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpotifyDashboard.Jobs;

/// <summary>Writes a state as the design names it: in lower case.</summary>
internal sealed class JobStateConverter() : JsonStringEnumConverter<JobState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
