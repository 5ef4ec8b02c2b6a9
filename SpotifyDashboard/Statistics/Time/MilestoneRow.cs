namespace SpotifyDashboard.Statistics.Time;

/// <summary>One milestone as it is shown.</summary>
/// <param name="Words">"1,000 plays".</param>
/// <param name="Day">The local day on which it was reached.</param>
/// <param name="Href">Where the plays of that day are listed.</param>
/// <param name="TrackId">The recording with which it was reached.</param>
/// <param name="Track">Its title.</param>
/// <param name="Artist">Its artist.</param>
public sealed record MilestoneRow(string Words, string Day, string Href, string TrackId, string Track, string Artist);
