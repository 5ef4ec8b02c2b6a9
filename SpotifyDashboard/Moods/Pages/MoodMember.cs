namespace SpotifyDashboard.Moods.Pages;

/// <summary>A track of a mood.</summary>
/// <param name="Row">Its row on the map.</param>
/// <param name="Distance">From the centre of the mood, in deviations.</param>
/// <param name="Plays">Its counted plays of the period.</param>
public readonly record struct MoodMember(int Row, float Distance, int Plays);
