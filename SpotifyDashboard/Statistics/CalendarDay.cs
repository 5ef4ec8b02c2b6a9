namespace SpotifyDashboard.Statistics;

/// <summary>One local day of a <see cref="Calendar"/>.</summary>
/// <param name="Date">The day.</param>
/// <param name="Plays">Counted plays that began on it.</param>
/// <param name="Ms">Their milliseconds.</param>
public sealed record CalendarDay(DateOnly Date, int Plays, long Ms);
