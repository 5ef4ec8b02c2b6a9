using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Session;

/// <summary>Reads what an address asks for. An impossible value is refused with its name and what would be accepted.</summary>
public static class Asked
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The period between <paramref name="from"/> and <paramref name="to"/>; an empty one is open.</summary>
    /// <exception cref="RefusedParameterException">A day is no day, or the period ends before it begins.</exception>
    public static Period Period(string? from, string? to)
    {
        var period = new Period(Day("from", from), Day("to", to));
        return period is { From: { } first, To: { } last } && last < first
            ? throw new RefusedParameterException("to", $"The period ends ({to}) before it begins ({from}); 'to' is the last day included.")
            : period;
    }

    /// <summary>A day as <c>YYYY-MM-DD</c>, or null where none is given.</summary>
    /// <exception cref="RefusedParameterException">It is no day.</exception>
    public static DateOnly? Day(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RefusedParameterException(name, $"'{text}' is no day; write it as YYYY-MM-DD, for example 2026-03-01.");
    }

    /// <summary>A whole number between two bounds, or <paramref name="otherwise"/> where none is given.</summary>
    /// <exception cref="RefusedParameterException">It is no number, or outside the bounds.</exception>
    public static int Number(string name, string? text, int otherwise, int least, int most)
    {
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new RefusedParameterException(name, string.Create(CultureInfo.InvariantCulture, $"'{text}' is not accepted; '{name}' is a whole number from {least} to {most}."));
    }

    /// <summary>One of the values of an enumeration, written in lower case; null where none is given.</summary>
    /// <exception cref="RefusedParameterException">There is no such value.</exception>
    public static T? OneOf<T>(string name, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new RefusedParameterException(name, $"'{text}' is not accepted; '{name}' is one of {string.Join(", ", Enum.GetNames<T>().Select(option => option.ToLowerInvariant()))}.");
    }
}
