namespace SpotifyDashboard.Statistics.Top20;

/// <summary>What the page of the top 20 shows.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Own">The dashboard's list; empty where it is not shown, or nothing was played.</param>
/// <param name="HasPrevious">Whether there is a stretch before to compare with.</param>
/// <param name="Spotify">Spotify's list.</param>
/// <param name="Zone">The listener's time zone.</param>
public sealed record Top20View(Top20Choice Choice, IReadOnlyList<Top20Row> Own, bool HasPrevious, SpotifyTop20 Spotify, TimeZoneInfo Zone);
