namespace SpotifyDashboard.Statistics.Top20;

/// <summary>One place of Spotify's own list, as stored.</summary>
/// <param name="Rank">1 for the first.</param>
/// <param name="Id">Number of the track's or artist's row.</param>
/// <param name="Name">Title or name.</param>
/// <param name="Artist">The artist of a track; null for an artist.</param>
/// <param name="Album">The album of a track; null where unknown, and for an artist.</param>
/// <param name="Popularity">0 to 100, as ReccoBeats tells it; null where unknown, and for an artist.</param>
/// <param name="ImageUrl">Address of the cover or picture; null while unknown.</param>
/// <param name="FetchedAt">When Spotify said so (UTC).</param>
internal sealed record SpotifyTopItem(int Rank, int Id, string Name, string? Artist, string? Album, int? Popularity, string? ImageUrl, DateTimeOffset FetchedAt);
