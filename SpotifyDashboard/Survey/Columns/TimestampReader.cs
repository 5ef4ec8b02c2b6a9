using System.Globalization;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>Reads when a row was answered: a form's own text in the order that the whole column shows, ISO 8601, or the days of a spreadsheet.</summary>
/// <param name="order">The column's order of day and month, see <see cref="OrderOf"/>.</param>
/// <param name="zone">The zone of texts that tell none: the sheet's own.</param>
internal sealed partial class TimestampReader(DateOrder order, TimeZoneInfo zone)
{
    /// <summary>Day 0 of spreadsheets (contracts, 7.2).</summary>
    private static readonly DateTime s_dayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The order that a column's dates show: a number above 12 can be no month. Undecided: day first with dots, else month first.</summary>
    public static DateOrder OrderOf(IEnumerable<string> texts)
    {
        var hasDots = false;
        foreach (var text in texts)
        {
            if (TwoNumbers().Match(text) is { Success: true } match)
            {
                if (int.Parse(match.Groups["one"].ValueSpan, CultureInfo.InvariantCulture) > 12)
                {
                    return DateOrder.DayFirst;
                }

                if (int.Parse(match.Groups["two"].ValueSpan, CultureInfo.InvariantCulture) > 12)
                {
                    return DateOrder.MonthFirst;
                }

                hasDots |= match.Groups["mark"].ValueSpan is ".";
            }
        }

        return hasDots ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    /// <summary>The moment (UTC); null where the text is no date.</summary>
    public DateTimeOffset? Read(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is >= 20_000 and < 100_000)
        {
            return At(s_dayZero.AddSeconds(Math.Round(days * 86_400)));
        }

        var match = Date().Match(text);
        if (!match.Success || Parse(match) is not { } local)
        {
            return null;
        }

        return match.Groups["offset"] is { Success: true } offset ? At(local, offset.Value) : At(local);
    }

    private DateTime? Parse(Match match)
    {
        var (year, month, day) = match.Groups["y4"].Success
            ? (Number(match, "y4"), Number(match, "m"), Number(match, "d"))
            : order == DateOrder.DayFirst
                ? (Number(match, "year"), Number(match, "two"), Number(match, "one"))
                : (Number(match, "year"), Number(match, "one"), Number(match, "two"));
        year = year < 100 ? 2000 + year : year;
        var hour = Number(match, "hour");
        if (match.Groups["half"] is { Success: true } half)
        {
            hour = (hour % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        return year is >= 1970 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24
            ? new DateTime(year, month, day, hour, Number(match, "minute"), Number(match, "second"), DateTimeKind.Unspecified)
            : null;
    }

    /// <summary>A time of the zone. One that the clocks left out is moved on by what they left out; of one that they showed twice, the first is taken.</summary>
    private DateTimeOffset At(DateTime local)
    {
        if (zone.IsInvalidTime(local))
        {
            var before = zone.GetUtcOffset(local.AddDays(-1));
            return new DateTimeOffset(local, before).ToUniversalTime();
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateTimeOffset? At(DateTime local, string offset)
    {
        if (offset is "Z" or "z" or "UTC" or "GMT")
        {
            return new DateTimeOffset(local, TimeSpan.Zero);
        }

        var match = Offset().Match(offset);
        var minutes = (Number(match, "hours") * 60) + Number(match, "minutes");
        return minutes > 14 * 60
            ? null
            : new DateTimeOffset(local, TimeSpan.FromMinutes(match.Groups["sign"].ValueSpan is "-" ? -minutes : minutes)).ToUniversalTime();
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<one>\d{1,2})(?<mark>[./-])(?<two>\d{1,2})[./-]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TwoNumbers();

    [GeneratedRegex(
        @"^((?<y4>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|(?<one>\d{1,2})[./-](?<two>\d{1,2})[./-](?<year>\d{4}|\d{2}))"
        + @"(,?(\s+|T)(?<hour>\d{1,2})[:.](?<minute>[0-5]\d)([:.](?<second>[0-5]\d)([.,]\d{1,9})?)?(\s*(?<half>[ap])\.?m\.?)?(\s*(?<offset>Z|(UTC|GMT)?[+-]\d{1,2}(:?\d\d)?|UTC|GMT))?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d\d)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Offset();
}
