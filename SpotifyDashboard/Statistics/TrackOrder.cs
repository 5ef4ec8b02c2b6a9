using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>In which order recordings stand that are equal in all that is counted.</summary>
internal static class TrackOrder
{
    /// <summary>By title, then by public id, both ordinal; negative where <paramref name="x"/> stands first.</summary>
    public static int ByName(LogCatalogue catalogue, int x, int y)
    {
        var (first, second) = (catalogue.Tracks[x], catalogue.Tracks[y]);
        var byTitle = string.CompareOrdinal(first.Title, second.Title);
        return byTitle != 0 ? byTitle : string.CompareOrdinal(first.PublicId, second.PublicId);
    }
}
