namespace SpotifyDashboard.Statistics.Time;

/// <summary>One class of lengths with the number of sessions in it.</summary>
/// <param name="FromMinutes">A session belongs here from this length on.</param>
/// <param name="ToMinutes">Up to, not including, this length; null: however long.</param>
/// <param name="Count">Sessions.</param>
public sealed record SessionLengths(int FromMinutes, int? ToMinutes, int Count);
