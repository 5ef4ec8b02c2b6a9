namespace SpotifyDashboard.Statistics.Time;

/// <summary>A round number that was reached.</summary>
/// <param name="Kind">What was counted.</param>
/// <param name="Value">The number.</param>
/// <param name="At">Start of the play with which it was reached (UTC).</param>
/// <param name="Id">Its recording: Spotify's id, or <c>name:</c> and a number.</param>
/// <param name="Name">The recording's title.</param>
/// <param name="Artist">Its artist.</param>
public sealed record Milestone(MilestoneKind Kind, int Value, DateTimeOffset At, string Id, string Name, string Artist);
