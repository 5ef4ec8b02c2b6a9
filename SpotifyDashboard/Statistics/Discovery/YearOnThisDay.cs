namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>What was played on one day of the year in one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Plays">Counted plays that began on the day.</param>
/// <param name="Ms">Their milliseconds.</param>
/// <param name="Tracks">The three most played recordings.</param>
public sealed record YearOnThisDay(int Year, int Plays, long Ms, IReadOnlyList<TrackOnDay> Tracks);
