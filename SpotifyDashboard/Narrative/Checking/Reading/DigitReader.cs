using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>Reads numbers, days and times of day written in digits, in the forms of any country.</summary>
internal static class DigitReader
{
    private const int GroupLength = 3;
    private const int LongestGroup = 18;

    /// <summary>What stands at the place; null where no digit does.</summary>
    public static Token? At(string text, int start)
    {
        if (Vulgar(text, start) is { } fraction)
        {
            return fraction;
        }

        return DigitAt(text, start, out _) < 0 ? null : IsoDay(text, start) ?? DottedDay(text, start) ?? Clock(text, start) ?? Fraction(text, start) ?? Number(text, start);
    }

    /// <summary>The digit at the place, whatever its script; -1 where there is none.</summary>
    public static int DigitAt(string text, int at, out int length)
    {
        length = 1;
        if (at >= text.Length)
        {
            return -1;
        }

        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length)
        {
            length = 2;
        }

        return CharUnicodeInfo.GetDecimalDigitValue(text, at);
    }

    /// <summary>½, ¾ and their like, also behind a whole number: "2½" is left to the composer.</summary>
    private static Token? Vulgar(string text, int at)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(text[at]) is not (UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber) || char.GetNumericValue(text[at]) is not (>= 0 and var value))
        {
            return null;
        }

        return new Token(TokenKind.Number, text[at].ToString(), at, at + 1) { Numbers = [new NumberReading(value, value < 1 ? 0 : 1)] };
    }

    private static (string Digits, int End) Run(string text, int at)
    {
        var digits = new StringBuilder();
        while (digits.Length < LongestGroup && DigitAt(text, at, out var length) is >= 0 and var digit)
        {
            digits.Append((char)('0' + digit));
            at += length;
        }

        // What is longer than any count is read to its end and stays a number that no fact can say.
        while (DigitAt(text, at, out var more) >= 0)
        {
            at += more;
        }

        return (digits.ToString(), at);
    }

    private static int ValueOf(string digits) => digits.Length > 6 ? -1 : int.Parse(digits, CultureInfo.InvariantCulture);

    private static char CharAt(string text, int at) => at < text.Length ? text[at] : '\0';

    private static Token? IsoDay(string text, int start)
    {
        var (year, at) = Run(text, start);
        if (year.Length != 4 || CharAt(text, at) is not ('-' or '/' or '‑'))
        {
            return null;
        }

        var (month, next) = Run(text, at + 1);
        if (month.Length is not (1 or 2) || CharAt(text, next) != CharAt(text, at))
        {
            return null;
        }

        var (day, end) = Run(text, next + 1);
        return day.Length is 1 or 2 ? DayOf(text, start, end, [(ValueOf(year), ValueOf(month), ValueOf(day))]) : null;
    }

    private static Token? DottedDay(string text, int start)
    {
        var (first, at) = Run(text, start);
        if (first.Length is not (1 or 2) || CharAt(text, at) is not ('.' or '/' or '-'))
        {
            return null;
        }

        var mark = text[at];
        var (second, next) = Run(text, at + 1);
        if (second.Length is not (1 or 2) || CharAt(text, next) != mark)
        {
            return null;
        }

        var (year, end) = Run(text, next + 1);
        if (year.Length is not (2 or 4))
        {
            return null;
        }

        var full = ValueOf(year) + (year.Length == 2 ? 2000 : 0);
        return DayOf(text, start, end, [(full, ValueOf(second), ValueOf(first)), .. mark == '.' ? Array.Empty<(int, int, int)>() : [(full, ValueOf(first), ValueOf(second))]]);
    }

    private static Token? DayOf(string text, int start, int end, ReadOnlySpan<(int Year, int Month, int Day)> readings)
    {
        var days = ImmutableArray.CreateBuilder<DateOnly>();
        foreach (var (year, month, day) in readings)
        {
            if (year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                days.Add(new DateOnly(year, month, day));
            }
        }

        return new Token(TokenKind.Date, text[start..end], start, end) { Days = days.ToImmutable() };
    }

    private static Token? Clock(string text, int start)
    {
        var (hour, at) = Run(text, start);
        if (hour.Length is not (1 or 2) || CharAt(text, at) is not (':' or '∶'))
        {
            return null;
        }

        var (minute, end) = Run(text, at + 1);
        return minute.Length == 2 && ValueOf(hour) <= 24 && ValueOf(minute) < 60
            ? new Token(TokenKind.Clock, text[start..end], start, end) { ClockMinutes = (ValueOf(hour) % 24 * 60) + ValueOf(minute) }
            : null;
    }

    /// <summary>1/2 and 3⁄4, not 24/7.</summary>
    private static Token? Fraction(string text, int start)
    {
        var (over, at) = Run(text, start);
        if (over.Length is not (1 or 2) || CharAt(text, at) is not ('/' or '⁄'))
        {
            return null;
        }

        var (under, end) = Run(text, at + 1);
        return under.Length is 1 or 2 && ValueOf(over) < ValueOf(under)
            ? new Token(TokenKind.Number, text[start..end], start, end) { Numbers = [new NumberReading((double)ValueOf(over) / ValueOf(under), 0)] }
            : null;
    }

    private static Token Number(string text, int start)
    {
        var (digits, at) = Run(text, start);
        var groups = new List<string> { digits };
        var marks = new List<char>();
        while (SeparatorAt(text, at, groups, marks) is { } mark)
        {
            var (next, end) = Run(text, at + 1);
            if (IsSpace(mark) && (next.Length != GroupLength || groups[0].Length > GroupLength))
            {
                break;
            }

            groups.Add(next);
            marks.Add(mark);
            at = end;
        }

        return new Token(TokenKind.Number, string.Concat(groups), start, at) { Numbers = ReadingsOf(groups, marks) };
    }

    /// <summary>A mark that may separate groups or decimals, with a digit behind it.</summary>
    private static char? SeparatorAt(string text, int at, List<string> groups, List<char> marks)
    {
        var mark = CharAt(text, at) switch
        {
            '\'' or '’' or '٬' or '‘' => '\'',
            '٫' => ',',
            '.' or ',' => text[at],
            '．' => '.',
            '，' => ',',
            var other when char.GetUnicodeCategory(other) == UnicodeCategory.SpaceSeparator => ' ',
            _ => '\0',
        };

        // "top 5 214 plays": an ordinary blank groups digits only while the groups so far look like such a number.
        var fits = mark != ' ' || (groups[0].Length <= GroupLength && marks.TrueForAll(IsSpace));
        return mark != '\0' && fits && DigitAt(text, at + 1, out _) >= 0 ? mark : null;
    }

    private static bool IsSpace(char mark) => mark == ' ';

    private static ImmutableArray<NumberReading> ReadingsOf(List<string> groups, List<char> marks)
    {
        if (groups.Count == 1)
        {
            return [new NumberReading(Parse(groups[0]), 1)];
        }

        var readings = ImmutableArray.CreateBuilder<NumberReading>(2);
        var isGrouped = groups[0].Length is >= 1 and <= GroupLength && groups.Skip(1).All(static group => group.Length == GroupLength);
        if (isGrouped && marks.TrueForAll(mark => mark == marks[0]))
        {
            readings.Add(new NumberReading(Parse(string.Concat(groups)), 1));
        }

        var last = marks[^1];
        var areOthersGroups = marks.Take(marks.Count - 1).All(mark => mark == marks[0] && mark != last);
        if (last is '.' or ',' && areOthersGroups)
        {
            readings.Add(new NumberReading(Parse($"{string.Concat(groups.Take(groups.Count - 1))}.{groups[^1]}"), Math.Pow(10, -groups[^1].Length)));
        }

        return readings.Count == 0 ? [new NumberReading(Parse(string.Concat(groups)), 1)] : readings.ToImmutable();
    }

    private static double Parse(string digits) => double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
