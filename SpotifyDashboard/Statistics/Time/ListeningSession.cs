namespace SpotifyDashboard.Statistics.Time;

/// <summary>Counted plays without a long silence between them.</summary>
/// <param name="StartedAt">Start of the first play (UTC).</param>
/// <param name="EndedAt">Latest end of a play (UTC).</param>
/// <param name="Ms">From the one to the other, in milliseconds.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="MsPlayed">Their milliseconds.</param>
public sealed record ListeningSession(DateTimeOffset StartedAt, DateTimeOffset EndedAt, long Ms, int Plays, long MsPlayed);
