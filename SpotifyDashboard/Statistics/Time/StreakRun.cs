namespace SpotifyDashboard.Statistics.Time;

/// <summary>Local days in a row with at least one counted play each.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">How many.</param>
public sealed record StreakRun(DateOnly From, DateOnly To, int Days);
