namespace SpotifyDashboard.Providers.MusicBrainz;

/// <summary>What MusicBrainz says an artist plays.</summary>
/// <param name="ArtistId">MusicBrainz's id of the artist.</param>
/// <param name="Genres">Genres, the one with most votes first; empty where nobody voted.</param>
public sealed record MusicBrainzGenres(Guid ArtistId, IReadOnlyList<string> Genres);
