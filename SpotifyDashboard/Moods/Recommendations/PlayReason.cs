using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Says how a recording of the library was played: "You played it 34 times between March and May 2024, not once since June 2024."</summary>
internal static class PlayReason
{
    /// <summary>Counted plays in one season from which on a recording counts as loved in it.</summary>
    public const int LovedFrom = 8;

    /// <summary>The sentence for a recording.</summary>
    public static string Of(ListeningView view, PastPlays past, int recording)
    {
        var plays = past.Plays(recording);
        if (plays == 0)
        {
            return "You saved or imported it, and have not played it yet.";
        }

        var last = Said.Month(Said.LocalDay(DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[past.Last(recording)]), view.Zone));
        return past.PlaysOfBestSeason(recording) is >= LovedFrom and var most
            ? $"You played it {Said.Number(most)} times {Between(past.BestSeason(recording))}, not once since {last}."
            : $"You played it {(plays == 1 ? $"once, in {last}" : $"{Said.Number(plays)} times, last in {last}")}.";
    }

    private static string Between(DateOnly season)
    {
        var (first, last) = (Said.Month(season), Said.Month(PastPlays.EndOf(season)));
        var sameYear = season.Year == PastPlays.EndOf(season).Year;
        return $"between {(sameYear ? first.Split(' ')[0] : first)} and {last}";
    }
}
