namespace SpotifyDashboard.Moods.Pages;

/// <summary>What was found under a mood's number.</summary>
/// <param name="Map">The map that was chosen.</param>
/// <param name="Detail">All that is said of the mood; null where the map has none of that number.</param>
public sealed record MoodLook(MoodMap Map, MoodDetail? Detail);
