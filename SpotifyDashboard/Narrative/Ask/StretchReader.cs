namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Reads words that name days by the calendar: "5 March 2026", "2026-03-05", "March", "summer 2024", "Q1", "2025".</summary>
/// <param name="question">The question.</param>
/// <param name="today">The listener's local day: what leaves the year open means the latest that is not in the future.</param>
internal sealed class StretchReader(QuestionText question, DateOnly today)
{
    private const int MostDays = 31;

    private readonly RelativeReader _relative = new(question, today);

    /// <summary>The longest stretch whose words begin at <paramref name="at"/>; null where none does.</summary>
    /// <param name="at">Index of a word.</param>
    /// <param name="year">The year of what leaves it open; null for the latest.</param>
    public Stretch? Read(int at, int? year = null)
    {
        Stretch? best = null;
        foreach (var found in (ReadOnlySpan<Stretch?>)[Iso(at), Dotted(at, year), DayAndMonth(at, year), Month(at, year), Season(at, year), Quarter(at, year), Year(at), _relative.Read(at)])
        {
            best = found is { } stretch && (best is null || stretch.End > best.Value.End) ? found : best;
        }

        return best;
    }

    private Stretch? Iso(int at)
    {
        if (question.YearAt(at) is not { } year || question.After(at) is not "-" || question.NumberAt(at + 1) is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        return question.After(at + 1) is "-" && question.NumberAt(at + 2) is { } day
            ? Day(day, month, year, at + 3)
            : Of(Days.Month(year, month), at + 2, year);
    }

    private Stretch? Dotted(int at, int? year)
    {
        if (question.NumberAt(at) is not { } day || question.NumberAt(at + 1) is not (>= 1 and <= 12 and var month) || !question.After(at).TrimEnd(' ').SequenceEqual("."))
        {
            return null;
        }

        var end = question.Tokens[at + 1].End;
        var isClosed = end < question.Folded.Length && question.Folded[end] == '.';
        return !isClosed ? null
            : question.YearAt(at + 2) is { } said ? Day(day, month, said, at + 3)
            : Day(day, month, year, at + 2);
    }

    private Stretch? DayAndMonth(int at, int? year)
    {
        int? day = null;
        var month = 0;
        var end = at + 2;
        if (question.NumberAt(at) is { } first)
        {
            end = question[at + 1] is "of" ? at + 3 : at + 2;
            day = TimeWords.Months.TryGetValue(question[end - 1], out month) ? first : null;
        }
        else if (TimeWords.Months.TryGetValue(question[at], out month) && question.Tokens[at].Year is null)
        {
            day = question.NumberAt(at + 1) is <= 31 and var second ? second : null;
        }

        return day is null ? null
            : question.YearAt(end) is { } said ? Day(day.Value, month, said, end + 1)
            : Day(day.Value, month, year, end);
    }

    private Stretch? Month(int at, int? year)
    {
        if (!TimeWords.Months.TryGetValue(question[at], out var month) || !IsMeant(at))
        {
            return null;
        }

        // "31 June" is no day, and does not mean all of June.
        if (question.NumberAt(at - 1) is <= MostDays && question.After(at - 1).Trim() is "" or ".")
        {
            return null;
        }

        var (said, end) = YearBehind(at + 1);
        return Of(Days.Month(said ?? year ?? (month <= today.Month ? today.Year : today.Year - 1), month), end, said);
    }

    private Stretch? Season(int at, int? year)
    {
        if (!TimeWords.Seasons.TryGetValue(question[at], out var season) || !IsMeant(at))
        {
            return null;
        }

        var (said, end) = YearBehind(at + 1);
        if (said is not null && question.After(end - 1) is "/" && question.NumberAt(end) is not null)
        {
            end++;
        }

        var latest = Days.Season(today.Year, season).From <= today ? today.Year : today.Year - 1;
        return Of(Days.Season(said ?? year ?? latest, season), end, said);
    }

    private Stretch? Quarter(int at, int? year)
    {
        if (question[at] is not ['q', >= '1' and <= '4' and var digit])
        {
            return null;
        }

        var quarter = digit - '0';
        var (said, end) = YearBehind(at + 1);
        var latest = Days.Quarter(today.Year, quarter).From <= today ? today.Year : today.Year - 1;
        return Of(Days.Quarter(said ?? year ?? latest, quarter), end, said);
    }

    private Stretch? Year(int at) =>
        question.YearAt(at) is { } year && year <= today.Year ? Of(Days.Around(new DateOnly(year, 1, 1), 'y'), at + 1, year) : null;

    /// <summary>"2025", "of 2025", "last year", "letzten Jahres" behind a month or season.</summary>
    private (int? Year, int End) YearBehind(int at)
    {
        if (question.YearAt(at) is { } year)
        {
            return (year, at + 1);
        }

        if (question[at] is "of" && question.YearAt(at + 1) is { } later)
        {
            return (later, at + 2);
        }

        var word = question[at] is "of" or "des" ? at + 1 : at;
        return TimeWords.Units.TryGetValue(question[word + 1], out var unit) && unit == 'y'
            ? TimeWords.Last.Contains(question[word]) ? (today.Year - 1, word + 2)
            : TimeWords.This.Contains(question[word]) ? (today.Year, word + 2)
            : (null, at)
            : (null, at);
    }

    /// <summary>Whether a word such as "may" or "fall" means the time of year here.</summary>
    private bool IsMeant(int at) =>
        !TimeWords.Doubtful.Contains(question[at])
        || TimeWords.Before.Contains(question[at - 1]) || TimeWords.Last.Contains(question[at - 1]) || TimeWords.This.Contains(question[at - 1])
        || YearBehind(at + 1).Year is not null;

    private Stretch? Day(int day, int month, int? year, int end)
    {
        // 29 February is looked for in the latest leap year, at most eight years back.
        var years = year is { } said ? [said] : Enumerable.Range(0, 9).Select(back => today.Year - back);
        foreach (var candidate in years)
        {
            if (day >= 1 && day <= DateTime.DaysInMonth(candidate, month) && new DateOnly(candidate, month, day) is var found && (year is not null || found <= today))
            {
                return new Stretch(found, found, end, year);
            }
        }

        return null;
    }

    private static Stretch Of((DateOnly From, DateOnly To) days, int end, int? year) => new(days.From, days.To, end, year);
}
