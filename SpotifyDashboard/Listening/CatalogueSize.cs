namespace SpotifyDashboard.Listening;

/// <summary>How much memory a catalogue takes: its objects as a 64-bit runtime lays them out, and their texts.</summary>
internal static class CatalogueSize
{
    /// <summary>The record (72), its place in the list (8), an entry of each of the two dictionaries with room for their buckets (24 + 28), five columns (20).</summary>
    private const int Track = 72 + 8 + 24 + 28 + 20;

    /// <summary>The record and its place in the list.</summary>
    private const int Artist = 48 + 8;

    private const int Album = 56 + 8;

    /// <summary>Of a text, without its letters: header, length and end.</summary>
    private const int Text = 22;

    public static long Of(LogTrack[] tracks, LogArtist[] artists, LogAlbum[] albums) =>
        tracks.Sum(static track => Track + Of(track.SpotifyId) + Of(track.Title))
        + artists.Sum(static artist => Artist + Of(artist.SpotifyId) + Of(artist.Name) + Of(artist.ImageUrl))
        + albums.Sum(static album => Album + Of(album.SpotifyId) + Of(album.Title) + Of(album.ImageUrl));

    /// <summary>Two bytes a letter, rounded up to a multiple of eight; the empty text is shared.</summary>
    private static long Of(string? text) => text is null or "" ? 0 : (Text + (2L * text.Length) + 7) & ~7L;
}
