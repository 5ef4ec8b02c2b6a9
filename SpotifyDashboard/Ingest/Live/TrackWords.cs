namespace SpotifyDashboard.Ingest.Live;

/// <summary>What a track is called.</summary>
internal readonly record struct TrackWords(string Title, string Artist, string? Album)
{
    /// <summary>Whether these names win over <paramref name="other"/> of the same moment; the order by which the import decides, too (<c>CatalogueTrack</c>).</summary>
    public bool IsBehind(TrackWords other)
    {
        var order = string.CompareOrdinal(Title, other.Title);
        order = order != 0 ? order : string.CompareOrdinal(Artist, other.Artist);
        return (order != 0 ? order : string.CompareOrdinal(Album, other.Album)) > 0;
    }
}
