namespace SpotifyDashboard.Listening;

/// <summary>The names of a <see cref="LogCatalogue"/> made ready to be searched, whatever case and accents; each has the index of what it names.</summary>
public sealed class CatalogueNames
{
    private CatalogueNames(FoldedNames tracks, FoldedNames artists, FoldedNames albums)
    {
        Tracks = tracks;
        Artists = artists;
        Albums = albums;
    }

    /// <summary>Titles of the tracks.</summary>
    public FoldedNames Tracks { get; }

    /// <summary>Names of the artists.</summary>
    public FoldedNames Artists { get; }

    /// <summary>Titles of the albums.</summary>
    public FoldedNames Albums { get; }

    /// <summary>Folds the names of <paramref name="catalogue"/>.</summary>
    internal static CatalogueNames Of(LogCatalogue catalogue) => new(
        FoldedNames.Of(catalogue.Tracks.Select(track => track.Title)),
        FoldedNames.Of(catalogue.Artists.Select(artist => artist.Name)),
        FoldedNames.Of(catalogue.Albums.Select(album => album.Title)));
}
