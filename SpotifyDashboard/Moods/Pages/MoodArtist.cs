namespace SpotifyDashboard.Moods.Pages;

/// <summary>An artist with tracks in a mood.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Name">The name; empty while unknown.</param>
/// <param name="Tracks">Their tracks in the mood.</param>
/// <param name="Plays">Counted plays of these in the period.</param>
/// <param name="ImageUrl">Address of their picture; null while unknown.</param>
public sealed record MoodArtist(string Id, string Name, int Tracks, int Plays, string? ImageUrl)
{
    private const int Shown = 20;

    /// <summary>The artists of <paramref name="members"/>: most played first, then most tracks, then by name, then by id; at most twenty.</summary>
    internal static IReadOnlyList<MoodArtist> Of(MoodMap map, IReadOnlyList<MoodMember> members)
    {
        var artists = map.Catalogue.Artists;
        var tracks = new int[artists.Count];
        var plays = new int[artists.Count];
        foreach (var member in members)
        {
            var artist = map.TrackAt(member.Row).ArtistIndex;
            tracks[artist]++;
            plays[artist] += member.Plays;
        }

        return
        [
            .. Enumerable.Range(0, artists.Count)
                .Where(artist => tracks[artist] > 0)
                .OrderByDescending(artist => plays[artist])
                .ThenByDescending(artist => tracks[artist])
                .ThenBy(artist => artists[artist].Name, StringComparer.Ordinal)
                .ThenBy(artist => artists[artist].PublicId, StringComparer.Ordinal)
                .Take(Shown)
                .Select(artist => new MoodArtist(artists[artist].PublicId, artists[artist].Name, tracks[artist], plays[artist], artists[artist].ImageUrl)),
        ];
    }
}
