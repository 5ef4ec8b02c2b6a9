namespace SpotifyDashboard.Tests.Ingest.Live.Year;

/// <summary>What a schedule made of a year, all listeners together.</summary>
/// <param name="Plays">Plays there were.</param>
/// <param name="LostUnasked">Plays lost though Spotify answered and showed them in time: the schedule's fault.</param>
/// <param name="LostInShortOutages">Plays lost around an outage although fewer than 50 had ended between the good polls before and after it.</param>
/// <param name="LostInOutages">Plays lost in outages with 50 or more.</param>
/// <param name="LostLate">Plays that Spotify showed so late that 50 later ones stood before them soon after.</param>
/// <param name="MeanCalls">Calls a day, on average.</param>
/// <param name="MostCalls">Calls in the worst day.</param>
/// <param name="MeanDelay">Minutes from when a play was shown to when it was stored, on average.</param>
internal sealed record YearReport(
    int Plays, int LostUnasked, int LostInShortOutages, int LostInOutages, int LostLate, double MeanCalls, int MostCalls, double MeanDelay)
{
    /// <summary>The worse of two in everything.</summary>
    public static YearReport Worse(YearReport one, YearReport other) => new(
        Math.Max(one.Plays, other.Plays),
        Math.Max(one.LostUnasked, other.LostUnasked),
        Math.Max(one.LostInShortOutages, other.LostInShortOutages),
        Math.Max(one.LostInOutages, other.LostInOutages),
        Math.Max(one.LostLate, other.LostLate),
        Math.Max(one.MeanCalls, other.MeanCalls),
        Math.Max(one.MostCalls, other.MostCalls),
        Math.Max(one.MeanDelay, other.MeanDelay));
}
