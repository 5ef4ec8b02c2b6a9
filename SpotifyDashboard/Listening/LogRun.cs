namespace SpotifyDashboard.Listening;

/// <summary>Plays that lie side by side in a <see cref="ListeningLog"/> and in one offset from UTC.</summary>
/// <param name="First">Index of the first play.</param>
/// <param name="End">Index behind the last play.</param>
/// <param name="OffsetMs">What local time adds to UTC, in milliseconds.</param>
public readonly record struct LogRun(int First, int End, int OffsetMs);
