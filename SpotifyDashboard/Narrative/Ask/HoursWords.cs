using System.Globalization;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Days of the week and hours as a fact says them.</summary>
internal static class HoursWords
{
    /// <summary>"on Fridays from 18:00 to 23:00".</summary>
    public static string Of(ChosenHours hours)
    {
        var days = hours.Weekdays.IsEmpty ? "" : $"on {string.Join(" and ", hours.Weekdays.Select(day => FactWords.Weekday(day) + "s"))}";
        var clock = hours.Hours is { } part ? $"from {Clock(part.From)} to {Clock((part.To + 1) % 24)}" : "";
        return $"{days}{(days.Length > 0 && clock.Length > 0 ? " " : "")}{clock}";
    }

    /// <summary>The days and hours as figures.</summary>
    public static IEnumerable<FactFigure> FiguresOf(ChosenHours hours)
    {
        foreach (var day in hours.Weekdays)
        {
            yield return new FactFigure(day, FactUnit.Weekday);
        }

        if (hours.Hours is { } part)
        {
            yield return new FactFigure(part.From, FactUnit.HourOfDay);
            yield return new FactFigure((part.To + 1) % 24, FactUnit.HourOfDay);
        }
    }

    private static string Clock(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour}:00");
}
