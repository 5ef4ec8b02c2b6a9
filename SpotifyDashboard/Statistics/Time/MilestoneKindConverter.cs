using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpotifyDashboard.Statistics.Time;

/// <summary>Writes kinds as the API names them: plays, hours, tracks, artists.</summary>
internal sealed class MilestoneKindConverter() : JsonStringEnumConverter<MilestoneKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
