using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.History;

/// <summary>Which plays of a period the history shows.</summary>
/// <param name="Artist">An artist's id (as top lists give it) or whole name; null for all.</param>
/// <param name="Text">Words that all stand in title, artist or album, whatever their case and accents; null for all.</param>
public sealed record HistoryFilter(string? Artist = null, string? Text = null)
{
    private const int MostWords = 8;

    /// <summary>Whether every play is shown.</summary>
    public bool IsOpen => string.IsNullOrWhiteSpace(Artist) && string.IsNullOrWhiteSpace(Text);

    /// <summary>For each track whether its plays are shown; null where all are.</summary>
    internal bool[]? TracksOf(LogCatalogue catalogue)
    {
        if (IsOpen)
        {
            return null;
        }

        var shown = new bool[catalogue.Tracks.Count];
        Array.Fill(shown, value: true);
        KeepArtist(catalogue, shown);
        foreach (var word in NameFold.Of(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            KeepWord(catalogue, word, shown);
        }

        return shown;
    }

    private void KeepArtist(LogCatalogue catalogue, bool[] shown)
    {
        if (string.IsNullOrWhiteSpace(Artist))
        {
            return;
        }

        var folded = NameFold.Of(Artist);
        bool[] asked = [.. catalogue.Artists.Select((artist, index) => artist.PublicId == Artist || catalogue.Names.Artists[index].SequenceEqual(folded))];
        for (var track = 0; track < shown.Length; track++)
        {
            shown[track] &= asked[catalogue.ArtistOf[track]];
        }
    }

    private static void KeepWord(LogCatalogue catalogue, string word, bool[] shown)
    {
        var (titles, artists, albums) = (catalogue.Names.Tracks.Match(word), catalogue.Names.Artists.Match(word), catalogue.Names.Albums.Match(word));
        for (var track = 0; track < shown.Length; track++)
        {
            var album = catalogue.AlbumOf[track];
            shown[track] &= titles[track] != NameMatch.None
                || artists[catalogue.ArtistOf[track]] != NameMatch.None
                || (album >= 0 && albums[album] != NameMatch.None);
        }
    }
}
