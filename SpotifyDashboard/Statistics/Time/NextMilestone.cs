namespace SpotifyDashboard.Statistics.Time;

/// <summary>The first round number not reached yet.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Value">The number.</param>
/// <param name="Have">How many there are, hours rounded down to whole ones.</param>
public sealed record NextMilestone(MilestoneKind Kind, int Value, int Have);
