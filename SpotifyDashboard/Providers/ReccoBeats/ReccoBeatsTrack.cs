namespace SpotifyDashboard.Providers.ReccoBeats;

/// <summary>A track as ReccoBeats tells it; any value may be missing.</summary>
/// <param name="Title">The title.</param>
/// <param name="Artists">Its artists, the main one first.</param>
/// <param name="DurationMs">Length in milliseconds.</param>
/// <param name="Isrc">International standard recording code, upper case.</param>
/// <param name="Popularity">0 to 100.</param>
public sealed record ReccoBeatsTrack(string? Title, IReadOnlyList<ReccoBeatsArtist> Artists, int? DurationMs, string? Isrc, int? Popularity);
