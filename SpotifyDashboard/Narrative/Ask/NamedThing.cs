using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>An artist, track, album or genre of the listener's own library that a question names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name as stored.</param>
/// <param name="Index">Its place in the log's catalogue.</param>
public sealed record NamedThing(NamedKind Kind, string Name, [property: JsonIgnore] int Index);
