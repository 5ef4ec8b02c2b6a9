namespace SpotifyDashboard.Moods.Pages;

/// <summary>A mood's part in the plays of a month or year.</summary>
/// <param name="Start">The first day of the month or year.</param>
/// <param name="Known">Counted plays whose track has a mood.</param>
/// <param name="Plays">Those in this mood.</param>
/// <param name="Share">Plays ÷ known; null where none is known.</param>
public sealed record MoodStretch(DateOnly Start, int Known, int Plays, double? Share);
