using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>What was understood of a question, in words.</summary>
internal static class AskWords
{
    /// <summary>Questions that can be answered, to begin with.</summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        "What did I listen to in March?",
        "Who was my top artist last summer?",
        "What do I play on Friday evenings?",
        "How much did I listen last week?",
        "Which moods did I have in the last 30 days?",
        "Was habe ich letzten Monat am meisten gehört?",
    ];

    /// <summary>The parts of it: days, hours, names, what is asked.</summary>
    public static IEnumerable<string> Of(UnderstoodQuestion understood, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(understood);
        yield return understood.Period is { } period ? PeriodWords.Of(period, today) : PeriodWords.Of(Period.Everything, today);
        if (!understood.Hours.IsAll)
        {
            yield return HoursWords.Of(understood.Hours);
        }

        foreach (var name in understood.Names)
        {
            yield return $"{name.Name} ({name.Kind.ToString().ToLowerInvariant()})";
        }

        foreach (var asked in understood.Asked)
        {
            yield return asked switch
            {
                AskedFor.Artists => "top artists",
                AskedFor.Tracks => "top tracks",
                AskedFor.Albums => "top albums",
                AskedFor.Genres => "top genres",
                AskedFor.Amount => "how much",
                AskedFor.First => "first plays",
                AskedFor.Last => "latest plays",
                AskedFor.When => "when",
                AskedFor.Moods => "moods",
                AskedFor.Sessions => "sessions",
                _ => "streaks",
            };
        }
    }
}
