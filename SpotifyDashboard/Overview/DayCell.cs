namespace SpotifyDashboard.Overview;

/// <summary>One day of the calendar.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Level">0 for a day without a counted play, else 1 to 4 by how full it was.</param>
/// <param name="Words">What it says: "Fri 6 Mar 2026: 64 plays, 3 h 12 min".</param>
public sealed record DayCell(DateOnly Day, int Level, string Words);
