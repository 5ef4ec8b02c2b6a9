using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Finds days, months, years, weekdays and times of day.</summary>
internal static class DateFinder
{
    private const int HalfDay = 12;
    private const int HoursOfDay = 24;
    private const int MinutesOfHour = 60;

    private static readonly string[] s_ordinalEndings = ["st", "nd", "rd", "th", "er", "o", "re", "e", "de", "ste"];
    private static readonly string[] s_joints = ["of", "de", "di", "do", "del", "den", "der", "the"];
    private static readonly string[] s_ranges = ["to", "until", "till", "through", "bis", "au", "al", "a", "ao", "tot", "and", "und", "et", "y", "e", "en"];
    private static readonly string[] s_years = ["s", "er", "ern", "ers"];

    /// <summary>The claims that start at a token; empty where none does.</summary>
    public static IReadOnlyList<Claim> At(SentenceReading sentence, int at)
    {
        var token = sentence.Tokens[at];
        if (token.Kind == TokenKind.Date)
        {
            return [new Claim(ClaimKind.Day, at, at + 1) { Days = token.Days }];
        }

        return Clock(sentence, at) ?? DayFirst(sentence, at) ?? MonthFirst(sentence, at) ?? Year(sentence, at) ?? Named(sentence, at) ?? [];
    }

    private static Claim[]? Named(SentenceReading sentence, int at)
    {
        if (sentence.ItemAt(at) is not { } item)
        {
            return null;
        }

        if (item.As(MeaningKind.Weekday) is { } weekday)
        {
            return [new Claim(ClaimKind.Weekday, at, item.End) { Value = weekday.Number }];
        }

        if (item.As(MeaningKind.Decade) is { } decade)
        {
            return [new Claim(ClaimKind.Decade, at, item.End) { Value = decade.Number }];
        }

        return item.As(MeaningKind.Hour) is { } hour ? [new Claim(ClaimKind.Clock, at, item.End) { Value = hour.Number * MinutesOfHour }] : null;
    }

    /// <summary>"3 October 2026", "3. Oktober", "3 de octubre", "1–7 October".</summary>
    private static Claim[]? DayFirst(SentenceReading sentence, int at)
    {
        if (DayAt(sentence, at) is not { } day)
        {
            return null;
        }

        var next = SkipEnding(sentence, at + 1);
        var first = next;
        int? last = null;
        if (next + 1 < sentence.Count && (sentence.Tokens[next].Is("-") || s_ranges.Contains(sentence.Tokens[next].Folded)) && DayAt(sentence, next + 1) is { } to)
        {
            last = next + 1;
            (_, next) = (to, SkipEnding(sentence, next + 2));
        }

        if (next < sentence.Count && s_joints.Contains(sentence.Tokens[next].Folded))
        {
            next++;
        }

        if (sentence.ItemAt(next) is not { } item || item.As(MeaningKind.Month) is not { } month)
        {
            return first > at + 1 && sentence.Tokens[at + 1].Kind == TokenKind.Word ? Ordinal(sentence, at, first, day) : null;
        }

        var (year, end) = YearAfter(sentence, item.End);
        var claim = new Claim(ClaimKind.Day, at, end) { Value = day, Month = (int)month.Number, Year = year };
        return last is { } second ? [claim with { End = first }, claim with { Start = second, Value = DayAt(sentence, second) ?? day }] : [claim];
    }

    /// <summary>"3rd": a place where a list is spoken of, else a day.</summary>
    private static Claim[]? Ordinal(SentenceReading sentence, int at, int end, int day)
    {
        if (sentence.Is(end, MeaningKind.Top) || sentence.Is(end, MeaningKind.PlaceCue))
        {
            return [new Claim(ClaimKind.Rank, at, sentence.ItemAt(end)?.End ?? end) { Value = day }];
        }

        return [new Claim(ClaimKind.Day, at, end) { Value = day }];
    }

    /// <summary>"October 3rd, 2026", "October 2026", "October".</summary>
    private static Claim[]? MonthFirst(SentenceReading sentence, int at)
    {
        if (sentence.ItemAt(at) is not { } item || item.As(MeaningKind.Month) is not { } month)
        {
            return null;
        }

        if (DayAt(sentence, item.End) is { } day && EndsDay(sentence, item.End + 1))
        {
            var next = SkipEnding(sentence, item.End + 1);
            var first = next;
            int? last = null;
            if (next + 1 < sentence.Count && (sentence.Tokens[next].Is("-") || s_ranges.Contains(sentence.Tokens[next].Folded)) && DayAt(sentence, next + 1) is not null && EndsDay(sentence, next + 2))
            {
                last = next + 1;
                next = SkipEnding(sentence, next + 2);
            }

            var (year, end) = YearAfter(sentence, next);
            var claim = new Claim(ClaimKind.Day, at, end) { Value = day, Month = (int)month.Number, Year = year };
            return last is { } second ? [claim with { End = first }, claim with { Start = second, Value = DayAt(sentence, second) ?? day }] : [claim];
        }

        var (ofYear, behind) = YearAfter(sentence, item.End);
        return [new Claim(ClaimKind.Month, at, behind) { Value = month.Number, Year = ofYear }];
    }

    private static Claim[]? Year(SentenceReading sentence, int at)
    {
        var token = sentence.Tokens[at];
        if (token.Kind != TokenKind.Number || token.Numbers.Length != 1 || token.Numbers[0].Step != 1)
        {
            return null;
        }

        var value = token.Numbers[0].Value;
        var hasEnding = at + 1 < sentence.Count && !sentence.Tokens[at + 1].HasSpaceBefore && s_years.Contains(sentence.Tokens[at + 1].Folded);
        if (hasEnding && token.Folded.Length is 2 or 4 && value % 10 == 0)
        {
            return [new Claim(ClaimKind.Decade, at, at + 2) { Value = value < 100 ? value + (value <= 20 ? 2000 : 1900) : value }];
        }

        return IsYear(token) && !IsCounted(sentence, at + 1) ? [new Claim(ClaimKind.Year, at, at + 1) { Value = value }] : null;
    }

    private static bool IsYear(Token token) => token is { Kind: TokenKind.Number, Folded.Length: 4 } && token.End - token.Start == 4 && token.Numbers[0].Value is >= 1900 and <= 2100;

    private static bool IsCounted(SentenceReading sentence, int at) =>
        at < sentence.Count && (sentence.Tokens[at].Is("%") || sentence.Is(at, MeaningKind.Percent) || sentence.Is(at, MeaningKind.Unit) || sentence.Is(at, MeaningKind.Scale));

    private static (int? Year, int End) YearAfter(SentenceReading sentence, int at)
    {
        var next = at;
        while (next < sentence.Count && next < at + 2 && (sentence.Tokens[next].Is(",") || s_joints.Contains(sentence.Tokens[next].Folded)))
        {
            next++;
        }

        return next < sentence.Count && IsYear(sentence.Tokens[next]) ? ((int)sentence.Tokens[next].Numbers[0].Value, next + 1) : (null, at);
    }

    private static int? DayAt(SentenceReading sentence, int at) =>
        at < sentence.Count && sentence.MentionAt(at) is not { IsSoft: false } && sentence.Tokens[at] is { Kind: TokenKind.Number, Numbers: [{ Step: 1, Value: >= 1 and <= 31 and var day }] } token && token.Folded.Length <= 2 ? (int)day : null;

    /// <summary>Behind the number of a day stands no unit: "in October 12 new artists" has no day.</summary>
    private static bool EndsDay(SentenceReading sentence, int at) =>
        at >= sentence.Count
        || sentence.Tokens[at].Kind is TokenKind.Mark && !sentence.Tokens[at].Is("%")
        || IsYear(sentence.Tokens[at])
        || s_ordinalEndings.Contains(sentence.Tokens[at].Folded)
        || (!IsCounted(sentence, at) && !sentence.Is(at + 2, MeaningKind.Unit));

    private static int SkipEnding(SentenceReading sentence, int at) =>
        at < sentence.Count && !sentence.Tokens[at].HasSpaceBefore && (s_ordinalEndings.Contains(sentence.Tokens[at].Folded) || sentence.Tokens[at].Folded is "." or "º" or "ª" or "°") ? at + 1 : at;

    /// <summary>"21:00", "9 pm", "21 Uhr", "nine o'clock", "9 to 10 pm".</summary>
    private static Claim[]? Clock(SentenceReading sentence, int at)
    {
        var token = sentence.Tokens[at];
        if (token.Kind == TokenKind.Clock)
        {
            var mark = sentence.ItemAt(at + 1)?.As(MeaningKind.ClockMark);
            var end = mark is null ? at + 1 : sentence.ItemAt(at + 1)?.End ?? at + 1;
            return [new Claim(ClaimKind.Clock, at, end) { Value = Hour(token.ClockMinutes / MinutesOfHour, mark) * MinutesOfHour + (token.ClockMinutes % MinutesOfHour) }];
        }

        if (NumberComposer.At(sentence, at) is not { IsShare: false, IsVague: false } number || number.Value is < 0 or > HoursOfDay || number.Value != Math.Floor(number.Value))
        {
            return null;
        }

        if (MarkAfter(sentence, number.End) is var (own, ownEnd))
        {
            return [new Claim(ClaimKind.Clock, at, ownEnd) { Value = Hour((int)number.Value, own) * MinutesOfHour }];
        }

        // "9 to 10 pm": the first takes the mark of the second.
        if (number.End + 1 < sentence.Count
            && (sentence.Tokens[number.End].Is("-") || s_ranges.Contains(sentence.Tokens[number.End].Folded))
            && NumberComposer.At(sentence, number.End + 1) is { } second
            && MarkAfter(sentence, second.End) is var (shared, _))
        {
            return [new Claim(ClaimKind.Clock, at, number.End) { Value = Hour((int)number.Value, shared) * MinutesOfHour }];
        }

        return null;
    }

    private static (Meaning Mark, int End)? MarkAfter(SentenceReading sentence, int at) =>
        sentence.ItemAt(at) is { } item && item.As(MeaningKind.ClockMark) is { } mark && (mark.Value != "cued" || IsCued(sentence, at)) ? (mark, item.End) : null;

    /// <summary>"à 21 h" is a time of day, "21 h de musique" is not.</summary>
    private static bool IsCued(SentenceReading sentence, int at) => Enumerable.Range(Math.Max(0, at - 3), Math.Min(at, 3)).Any(before => sentence.Is(before, MeaningKind.ClockCue));

    private static int Hour(int hour, Meaning? mark) => mark?.Value switch
    {
        "am" => hour % HalfDay,
        "pm" => (hour % HalfDay) + HalfDay,
        _ => hour % HoursOfDay,
    };
}
