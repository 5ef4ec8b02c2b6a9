using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Months;

/// <summary>What is said under the month slider.</summary>
internal static class MonthWords
{
    private const int SkippedNamed = 3;

    /// <summary>The chosen month: "212 plays, 98% of them on the map · nearest to “Calm” · moved 0.41 towards: slower"; without one, how to begin.</summary>
    public static string Of(MonthsShown shown)
    {
        if (shown.At is not { } at)
        {
            return "Move the slider to walk through your months: the line is the centre of what you played.";
        }

        var month = shown.Journey.Months[at];
        var moved = month.Moved is { } far ? $" · moved {Said.Number(far, 2)}{(month.Towards is { } towards ? $": {towards}" : "")}" : "";
        var nearest = month.Nearest is { } mood ? $" · nearest to “{shown.Map.Moods[mood].Name}”" : "";
        return $"{Said.Plays(month.Plays)}, {Said.Share(month.Coverage)} of them on the map{nearest}{moved}";
    }

    /// <summary>Which months the way leaves out; null where none.</summary>
    public static string? Skipped(MoodJourney journey)
    {
        var without = journey.All.Where(month => month.Placed == 0).Select(month => Said.Month(month.Start)).ToList();
        return without.Count switch
        {
            0 => null,
            1 => $"{without[0]} is left out: nothing you played then is on the map.",
            <= SkippedNamed => $"{string.Join(", ", without)} are left out: nothing you played then is on the map.",
            _ => $"{Said.Number(without.Count)} months are left out, among them {without[0]}: nothing you played then is on the map.",
        };
    }
}
