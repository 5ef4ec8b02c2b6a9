using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Finds the period that a question names, in English and German.</summary>
/// <remarks>
/// Two ends win over one, one over a single stretch: "from March to May", "since summer", "in 2025". What leaves its year open means the
/// latest that has begun. A question that names none is about everything.
/// </remarks>
internal static class PeriodReader
{
    /// <summary>The period that <paramref name="question"/> names; null where it names none.</summary>
    /// <param name="question">The question.</param>
    /// <param name="today">The listener's local day.</param>
    public static FoundPeriod? Find(QuestionText question, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(question);
        var reader = new StretchReader(question, today);
        var relative = new RelativeReader(question, today);
        return First(question, at => Between(question, reader, at))
            ?? First(question, at => OneEnded(question, reader, relative, at))
            ?? First(question, at => reader.Read(at) is { } stretch ? new FoundPeriod(new Period(stretch.From, stretch.To), at, stretch.End) : null)
            ?? First(question, at => Ever(question, at));
    }

    private static FoundPeriod? First(QuestionText question, Func<int, FoundPeriod?> read)
    {
        for (var at = 0; at < question.Tokens.Length; at++)
        {
            if (read(at) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static FoundPeriod? Between(QuestionText question, StretchReader reader, int at)
    {
        if (question[at] is not ("from" or "between" or "von" or "vom" or "zwischen"))
        {
            return null;
        }

        var first = Skip(question, at + 1);
        if (reader.Read(first) is not { } start || question[start.End] is not ("to" or "and" or "until" or "till" or "through" or "bis" or "und"))
        {
            return null;
        }

        if (reader.Read(Skip(question, start.End + 1), start.Year) is not { } end)
        {
            return null;
        }

        // "From March to May 2025": the year stands behind the second and holds for both.
        start = start.Year is null && end.Year is { } year && reader.Read(first, year) is { } again ? again : start;
        if (start.From > end.To)
        {
            // "From November to February" passes New Year's Eve; with both years said, the ends were merely swapped.
            start = start.Year is null ? start with { From = start.From.AddYears(-1) } : start;
            (start, end) = start.From > end.To ? (end, start with { End = end.End }) : (start, end);
        }

        return new FoundPeriod(new Period(start.From, end.To), at, end.End);
    }

    private static FoundPeriod? OneEnded(QuestionText question, StretchReader reader, RelativeReader relative, int at)
    {
        var first = Skip(question, at + 1);
        if (question[at] is "since" or "seit" or "for" && relative.Counted(first) is { } counted)
        {
            return new FoundPeriod(new Period(counted.From, counted.To), at, counted.End);
        }

        if (question[at] is not ("since" or "seit" or "before" or "vor" or "until" or "till" or "bis" or "after" or "nach" or "ab"))
        {
            return null;
        }

        // "Vor drei Wochen" and "the day before yesterday" count back from today; the stretch reader knows them.
        if (reader.Read(at) is not null || reader.Read(at - 1) is { } around && around.End > at || reader.Read(first) is not { } stretch)
        {
            return null;
        }

        return question[at] switch
        {
            "since" or "seit" or "ab" => new FoundPeriod(new Period(stretch.From, null), at, stretch.End),
            "before" or "vor" => new FoundPeriod(new Period(null, stretch.From.AddDays(-1)), at, stretch.End),
            "after" or "nach" => new FoundPeriod(new Period(stretch.To.AddDays(1), null), at, stretch.End),
            _ => new FoundPeriod(new Period(null, stretch.To), at, stretch.End),
        };
    }

    private static FoundPeriod? Ever(QuestionText question, int at) => question[at] switch
    {
        "ever" or "jemals" or "insgesamt" or "uberhaupt" or "altogether" => new FoundPeriod(Period.Everything, at, at + 1),
        "all" when question[at + 1] is "time" or "zeiten" => new FoundPeriod(Period.Everything, at, at + 2),
        "aller" when question[at + 1] is "zeiten" => new FoundPeriod(Period.Everything, at, at + 2),
        _ => null,
    };

    private static int Skip(QuestionText question, int at)
    {
        while (question[at] is "the" or "in" or "on" or "im" or "am" or "dem" or "den" or "der" or "zum" or "of" or "month" && question[at + 1].Length > 0)
        {
            at++;
        }

        return at;
    }
}
