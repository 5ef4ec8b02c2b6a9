namespace SpotifyDashboard.Operations.People;

/// <summary>A survey that a listener brought.</summary>
/// <param name="Listener">Whose it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Answers">How many answers are stored.</param>
/// <param name="ReadAt">When it was last read (UTC); null before.</param>
/// <param name="Problem">Why it can't be read; null where it can.</param>
internal sealed record DataSet(string Listener, string Title, string Source, int Answers, DateTimeOffset? ReadAt, string? Problem);
