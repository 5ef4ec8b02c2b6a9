namespace SpotifyDashboard.Moods.Months;

/// <summary>What the month slider shows.</summary>
/// <param name="Map">The map that the way leads through.</param>
/// <param name="Journey">The way.</param>
/// <param name="At">The chosen station; null where all months are shown alike.</param>
/// <param name="Played">One bit per row of the map: the tracks played in the chosen month; empty without one.</param>
public sealed record MonthsShown(MoodMap Map, MoodJourney Journey, int? At, byte[] Played);
