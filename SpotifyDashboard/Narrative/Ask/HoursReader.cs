using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Finds days of the week and hours in a question: "on Friday evenings", "nachts", "at 10 pm", "am Wochenende".</summary>
internal static class HoursReader
{
    /// <summary>The hours that <paramref name="question"/> keeps to, and marks their words as taken.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isTaken">For each word whether it belongs to something already.</param>
    public static ChosenHours Find(QuestionText question, bool[] isTaken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(isTaken);
        var weekdays = new SortedSet<int>();
        DayHours? hours = null;
        for (var at = 0; at < question.Tokens.Length; at++)
        {
            // "This morning" and "tonight" were read as a day and still say the hours.
            if (isTaken[at] && !TimeWords.DayParts.ContainsKey(question[at]) && question[at] is not "tonight")
            {
                continue;
            }

            if (Weekday(question[at]) is { } weekday)
            {
                weekdays.Add(weekday);
                hours ??= Compound(question[at]);
                isTaken[at] = true;
            }
            else if (TimeWords.Weekend.Contains(question[at]))
            {
                weekdays.UnionWith([5, 6]);
                isTaken[at] = true;
            }
            else if (Hours(question, at) is { } found)
            {
                hours ??= found;
                isTaken[at] = true;
            }
        }

        return new ChosenHours([.. weekdays], hours);
    }

    private static int? Weekday(string word) =>
        TimeWords.EveryWeekday.TryGetValue(word, out var weekday) || TimeWords.Weekdays.TryGetValue(word, out weekday) ? weekday
        : Compound(word) is null ? null
        : TimeWords.Weekdays.First(entry => word.StartsWith(entry.Key, StringComparison.Ordinal)).Value;

    /// <summary>"Freitagabend": a day and a part of it in one word.</summary>
    private static DayHours? Compound(string word)
    {
        foreach (var day in TimeWords.Weekdays.Keys)
        {
            if (word.StartsWith(day, StringComparison.Ordinal) && word.Length > day.Length)
            {
                return word[day.Length..] is "morgen" ? new DayHours(5, 11) : TimeWords.DayParts.TryGetValue(word[day.Length..], out var part) ? part : null;
            }
        }

        return null;
    }

    private static DayHours? Hours(QuestionText question, int at)
    {
        var word = question[at];
        if (TimeWords.DayParts.TryGetValue(word, out var part))
        {
            // "Last night" is yesterday's evening: what came after midnight is another day.
            return word is "night" or "nacht" && TimeWords.Last.Contains(question[at - 1]) ? new DayHours(18, 23) : part;
        }

        return word switch
        {
            "tonight" => new DayHours(18, 23),
            "morgen" when question[at - 1] is "am" or "heute" or "gestern" => new DayHours(5, 11),
            "uhr" when question.NumberAt(at - 1) is >= 0 and <= 24 and var hour => new DayHours(hour % 24, hour % 24),
            "am" or "pm" when question[at - 2] is "at" or "around" or "after" or "before" && question.NumberAt(at - 1) is >= 1 and <= 12 and var hour => Clock(hour, word),
            [.. var digits, 'a' or 'p', 'm'] when int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var hour) && hour is >= 1 and <= 12 => Clock(hour, word[^2..]),
            _ => null,
        };
    }

    private static DayHours Clock(int hour, string half)
    {
        var of24 = (hour % 12) + (half is "pm" ? 12 : 0);
        return new DayHours(of24, of24);
    }
}
