namespace SpotifyDashboard.Narrative.Pages;

/// <summary>The page on which a fact is shown, in words.</summary>
internal static class FactPlace
{
    private static readonly (string Start, string Words)[] s_places =
    [
        ("/moods/", "On the mood's page"),
        ("/moods", "On the mood map"),
        ("/stats", "In the statistics"),
        ("/history", "In the history"),
        ("/top20", "In the top 20"),
        ("/recap", "In the recap"),
        ("/artists/", "On the artist's page"),
        ("/tracks/", "On the track's page"),
        ("/albums/", "On the album's page"),
    ];

    /// <summary>"In the statistics", for the address of a fact.</summary>
    public static string Of(string href) =>
        s_places.Where(place => href.StartsWith(place.Start, StringComparison.OrdinalIgnoreCase)).Select(static place => place.Words).FirstOrDefault() ?? "On the overview";
}
