namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>A recording or artist in a list of a panel.</summary>
/// <param name="Href">Its page.</param>
/// <param name="Name">Title or name.</param>
/// <param name="Under">What stands under the name.</param>
/// <param name="ImageUrl">Address of the cover; null while unknown.</param>
/// <param name="Share">Length of the bar: 0 to 1 of the longest.</param>
/// <param name="Figure">The figure as it is read.</param>
public sealed record ListedTrack(string Href, string Name, string? Under, string? ImageUrl, double Share, string Figure)
{
    /// <summary>The page of a track.</summary>
    public static string TrackPage(string id) => $"/tracks/{Uri.EscapeDataString(id)}";

    /// <summary>The page of an artist.</summary>
    public static string ArtistPage(string id) => $"/artists/{Uri.EscapeDataString(id)}";
}
