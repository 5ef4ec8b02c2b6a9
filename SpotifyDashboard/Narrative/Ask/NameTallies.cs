using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Plays of all artists, tracks, albums and genres of a catalogue, by their indices there.</summary>
/// <param name="Artists">Of artists.</param>
/// <param name="Tracks">Of tracks, each recording under the track that stands for it.</param>
/// <param name="Albums">Of albums.</param>
/// <param name="Genres">Of genres.</param>
internal sealed record NameTallies(int[] Artists, int[] Tracks, int[] Albums, int[] Genres)
{
    /// <summary>Adds up <paramref name="plays"/> of tracks.</summary>
    public static NameTallies Of(LogCatalogue catalogue, ReadOnlySpan<int> plays)
    {
        var artists = new int[catalogue.Artists.Count];
        var albums = new int[catalogue.Albums.Count];
        var genres = new int[catalogue.Genres.Count];
        for (var track = 0; track < plays.Length; track++)
        {
            artists[catalogue.ArtistOf[track]] += plays[track];
            if (catalogue.AlbumOf[track] is >= 0 and var album)
            {
                albums[album] += plays[track];
            }
        }

        for (var artist = 0; artist < catalogue.GenresOfArtists.Count; artist++)
        {
            foreach (var genre in catalogue.GenresOfArtists[artist])
            {
                genres[genre] += artists[artist];
            }
        }

        return new NameTallies(artists, plays.ToArray(), albums, genres);
    }
}
