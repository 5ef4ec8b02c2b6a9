namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>A recording played several times without another between.</summary>
/// <param name="Id">Spotify's id; without one <c>name:</c> and a number.</param>
/// <param name="Name">The title.</param>
/// <param name="Artist">The artist.</param>
/// <param name="Plays">Counted plays in a row, at least two.</param>
/// <param name="StartedAt">Start of the first of them (UTC).</param>
public sealed record LongestRun(string Id, string Name, string Artist, int Plays, DateTimeOffset StartedAt);
