using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>What the API answers of one track, artist or album; the figures are those of its page.</summary>
/// <param name="Kind"><c>track</c>, <c>artist</c> or <c>album</c>.</param>
/// <param name="Id">Its public id; of a track that of its recording.</param>
/// <param name="Name">Title or name; empty while unknown.</param>
/// <param name="Artist">The artist of a track or album; null for an artist.</param>
/// <param name="Album">The album of a track; null while unknown, and for others.</param>
/// <param name="ReleaseYear">Year of release, as Spotify dates the album; null while unknown.</param>
/// <param name="Genres">Genres of the artist.</param>
/// <param name="SpotifyUrl">Its page at Spotify; null where it has none.</param>
/// <param name="TimeZone">IANA name of the zone whose days and hours these are.</param>
/// <param name="Period">Where it stands in the period.</param>
/// <param name="PreviousRank">Its rank in the stretch before.</param>
/// <param name="AllTime">Where it stands in the whole history; for an artist <c>firstPlayedAt</c> is its discovery.</param>
/// <param name="Curve">Plays over the period.</param>
/// <param name="Sessions">Sessions it was played in.</param>
/// <param name="Heatmap">Plays by weekday and hour; null below 20 counted plays.</param>
/// <param name="Endings">Skips and completion.</param>
/// <param name="Tracks">Most played tracks of an artist or album; empty for a track.</param>
/// <param name="Albums">Most played albums of an artist; empty for others.</param>
/// <param name="Moods">Moods of its plays.</param>
/// <param name="Similar">What of the library is like it.</param>
public sealed record ItemAnswer(
    string Kind,
    string Id,
    string Name,
    ItemName? Artist,
    ItemName? Album,
    int? ReleaseYear,
    IReadOnlyList<string> Genres,
    string? SpotifyUrl,
    string TimeZone,
    ItemStanding Period,
    int? PreviousRank,
    ItemStanding AllTime,
    ItemCurve Curve,
    ItemSessions Sessions,
    Heatmap? Heatmap,
    ItemEndings Endings,
    IReadOnlyList<TopItem> Tracks,
    IReadOnlyList<TopItem> Albums,
    ItemMoods Moods,
    IReadOnlyList<SimilarItem> Similar)
{
    /// <summary>Puts together what is known and counted of one item.</summary>
    internal static ItemAnswer Of(ItemHead head, string timeZone, ItemFigures figures, ItemSound sound) => new(
        head.Kind.ToString().ToLowerInvariant(),
        head.Id,
        head.Name,
        head.Artist,
        head.Album,
        head.ReleaseYear,
        head.Genres,
        head.SpotifyUrl,
        timeZone,
        figures.Period,
        figures.PreviousRank,
        figures.AllTime,
        figures.Curve,
        figures.Sessions,
        figures.Heatmap,
        figures.Endings,
        figures.TopTracks,
        figures.TopAlbums,
        sound.Moods,
        sound.Similar);
}
