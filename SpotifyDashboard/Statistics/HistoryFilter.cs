using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>Which plays of a period the history shows.</summary>
/// <param name="Artist">An artist's id (as top lists give it) or whole name; null for all.</param>
/// <param name="Text">Part of a title, artist or album, whatever its case and accents; null for all.</param>
public sealed record HistoryFilter(string? Artist = null, string? Text = null)
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;

    private static readonly CompareInfo s_compare = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>For each track whether its plays are shown; null where all are.</summary>
    internal bool[]? TracksOf(LogCatalogue catalogue)
    {
        if (string.IsNullOrWhiteSpace(Artist) && string.IsNullOrWhiteSpace(Text))
        {
            return null;
        }

        bool[] artists = [.. catalogue.Artists.Select(IsAsked)];
        bool[] artistTexts = [.. catalogue.Artists.Select(artist => HasText(artist.Name))];
        bool[] albumTexts = [.. catalogue.Albums.Select(album => HasText(album.Title))];
        return [.. catalogue.Tracks.Select(track =>
            artists[track.ArtistIndex]
            && (artistTexts[track.ArtistIndex] || (track.AlbumIndex >= 0 && albumTexts[track.AlbumIndex]) || HasText(track.Title)))];
    }

    private bool IsAsked(LogArtist artist) =>
        string.IsNullOrWhiteSpace(Artist) || artist.PublicId == Artist || s_compare.Compare(artist.Name, Artist, Loosely) == 0;

    private bool HasText(string name) => string.IsNullOrWhiteSpace(Text) || s_compare.IndexOf(name, Text, Loosely) >= 0;
}
