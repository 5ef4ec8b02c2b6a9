namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Reads words that name days from today: "yesterday", "last week", "the last 30 days", "three weeks ago", "last Friday", "vorletzten Monat".</summary>
/// <param name="question">The question.</param>
/// <param name="today">The listener's local day.</param>
internal sealed class RelativeReader(QuestionText question, DateOnly today)
{
    /// <summary>More than that of anything is no stretch of a life with music.</summary>
    private const int MostUnits = 1000;

    /// <summary>The stretch whose words begin at <paramref name="at"/>; null where none does.</summary>
    public Stretch? Read(int at) => Single(at) ?? Beside(at) ?? Ago(at) ?? Weekday(at);

    /// <summary>The last so many days, weeks, months or years up to today: "3 weeks" behind "since" and "for".</summary>
    public Stretch? Counted(int at) => Number(at) is { } count && TimeWords.Units.TryGetValue(question[at + 1], out var unit)
        ? new Stretch(Days.Back(today, count, unit).AddDays(1), today, at + 2)
        : null;

    private Stretch? Single(int at) => question[at] switch
    {
        "today" or "tonight" or "heute" => On(today, at + 1),
        "yesterday" or "gestern" => On(today.AddDays(-1), at + 1),
        "vorgestern" => On(today.AddDays(-2), at + 1),
        "the" or "day" when DayBefore(at) is { } end => On(today.AddDays(-2), end),
        "vorletzte" or "vorletzten" or "vorletztes" or "vorletzter" when TimeWords.Units.TryGetValue(question[at + 1], out var unit) =>
            Of(Days.Around(Days.Back(today, 2, unit), unit), at + 2),
        _ => null,
    };

    /// <summary>The end of "the day before yesterday".</summary>
    private int? DayBefore(int at)
    {
        var day = question[at] is "the" ? at + 1 : at;
        return question[day] is "day" && question[day + 1] is "before" && question[day + 2] is "yesterday" ? day + 3 : null;
    }

    /// <summary>"last …" and "this …".</summary>
    private Stretch? Beside(int at)
    {
        var isLast = TimeWords.Last.Contains(question[at]);
        if (!isLast && !TimeWords.This.Contains(question[at]))
        {
            return null;
        }

        var word = question[at + 1];
        if (isLast && Counted(at + 1) is { } counted)
        {
            return counted;
        }

        if (TimeWords.Units.TryGetValue(word, out var unit))
        {
            return isLast ? Of(Days.Around(Days.Back(today, 1, unit), unit), at + 2) : new Stretch(Days.Around(today, unit).From, today, at + 2);
        }

        if (TimeWords.Months.TryGetValue(word, out var month) && question.YearAt(at + 2) is null)
        {
            // "Last March" said in March means a year ago; "this March" never does.
            var isOver = isLast ? month < today.Month : month <= today.Month;
            return Of(Days.Month(isOver ? today.Year : today.Year - 1, month), at + 2);
        }

        return Season(word, at, isLast) ?? Weekend(word, at, isLast) ?? LastNight(word, at, isLast) ?? LastWeekday(word, at, isLast);
    }

    private Stretch? Season(string word, int at, bool isLast)
    {
        if (!TimeWords.Seasons.TryGetValue(word, out var season))
        {
            return null;
        }

        var year = today.Year;
        while (isLast ? Days.Season(year, season).To >= today : Days.Season(year, season).From > today)
        {
            year--;
        }

        return Of(Days.Season(year, season), at + 2);
    }

    private Stretch? Weekend(string word, int at, bool isLast)
    {
        if (!TimeWords.Weekend.Contains(word))
        {
            return null;
        }

        var saturday = Days.Monday(today).AddDays(5);
        while (isLast ? saturday.AddDays(1) >= today : saturday > today)
        {
            saturday = saturday.AddDays(-7);
        }

        return new Stretch(saturday, saturday.AddDays(1), at + 2);
    }

    private Stretch? LastNight(string word, int at, bool isLast) =>
        word is "night" or "nacht" or "evening" or "abend" or "morning" or "afternoon"
            ? On(isLast ? today.AddDays(-1) : today, at + 2)
            : null;

    private Stretch? LastWeekday(string word, int at, bool isLast) =>
        TimeWords.Weekdays.TryGetValue(word, out var weekday) ? On(Latest(weekday, isLast ? today.AddDays(-1) : today), at + 2) : null;

    private Stretch? Ago(int at)
    {
        var first = question[at] is "vor" ? at + 1 : at;
        if (Number(first) is not { } count || !TimeWords.Units.TryGetValue(question[first + 1], out var unit) || (first == at && question[at + 2] is not "ago"))
        {
            return null;
        }

        return Of(Days.Around(Days.Back(today, count, unit), unit), at + 3);
    }

    private Stretch? Weekday(int at) => TimeWords.Weekdays.TryGetValue(question[at], out var weekday) && !IsEveryWeek(at) ? On(Latest(weekday, today), at + 1) : null;

    /// <summary>"Friday evenings", "every Friday", "jeden Freitag": no single day.</summary>
    private bool IsEveryWeek(int at) =>
        question[at - 1] is "every" or "each" or "jeden" or "jedem" or "per" or "pro" || question[at + 1] is "mornings" or "afternoons" or "evenings" or "nights";

    private static DateOnly Latest(int weekday, DateOnly upTo) => upTo.AddDays(-((((int)upTo.DayOfWeek + 6) % 7) - weekday + 7) % 7);

    private int? Number(int at) =>
        question.NumberAt(at) is > 0 and <= MostUnits and var digits ? digits
        : TimeWords.Numbers.TryGetValue(question[at], out var word) ? word
        : null;

    private static Stretch On(DateOnly day, int end) => new(day, day, end);

    private static Stretch Of((DateOnly From, DateOnly To) days, int end) => new(days.From, days.To, end);
}
