using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>Figures as the panels of statistics say them, in the reader's separators.</summary>
internal static class Said
{
    private const double MsPerMinute = 60_000;
    private const long MinutesPerHour = 60;

    /// <summary>"1 play", "1,204 plays".</summary>
    public static string Plays(int plays) => Counted(plays, "play", "plays");

    /// <summary>"1 artist", "61 artists".</summary>
    public static string Counted(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>"1,204".</summary>
    public static string Number(double number, int decimals = 0) => number.ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", CultureInfo.CurrentCulture);

    /// <summary>The same, or a dash where there is none.</summary>
    public static string Number(double? number, int decimals = 0) => number is { } known ? Number(known, decimals) : "–";

    /// <summary>"23%", "0.4%": below one per cent with a decimal, so that a little is not nothing.</summary>
    public static string Share(double share) => share.ToString(share is > 0 and < 0.01 ? "P1" : "P0", CultureInfo.CurrentCulture);

    /// <summary>The same, or a dash where there is none.</summary>
    public static string Share(double? share) => share is { } known ? Share(known) : "–";

    /// <summary>"42 min", "3 h 20 min", "1,204 h".</summary>
    public static string Time(double ms)
    {
        var minutes = (long)Math.Round(ms / MsPerMinute, MidpointRounding.AwayFromZero);
        return minutes switch
        {
            < MinutesPerHour => $"{Number(minutes)} min",
            < 100 * MinutesPerHour when minutes % MinutesPerHour > 0 => $"{Number(minutes / MinutesPerHour)} h {Number(minutes % MinutesPerHour)} min",
            _ => $"{Number(Math.Round((double)minutes / MinutesPerHour, MidpointRounding.AwayFromZero))} h",
        };
    }

    /// <summary>"8% more than in the stretch before"; null where there was nothing then.</summary>
    public static string? Compared(double now, double before) => (before <= 0 ? null : (double?)Math.Round((now - before) / before, 2, MidpointRounding.AwayFromZero)) switch
    {
        null => null,
        0 => "as much as in the stretch before",
        var change => $"{Share(Math.Abs(change.Value))} {(change > 0 ? "more" : "less")} than in the stretch before",
    };

    /// <summary>"March 2026".</summary>
    public static string Month(DateOnly start) => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Mar 2026", for the axis of a chart.</summary>
    public static string ShortMonth(DateOnly start) => start.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"2 Mar 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The local day to which a moment belongs.</summary>
    public static DateOnly LocalDay(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The days of the month that begins on <paramref name="start"/>, as far as <paramref name="period"/> holds them.</summary>
    public static Period DaysOfMonth(DateOnly start, Period period) => Within(period, start, start.AddDays(DateTime.DaysInMonth(start.Year, start.Month) - 1));

    /// <summary>The days of the week that begins on <paramref name="start"/>, as far as <paramref name="period"/> holds them.</summary>
    public static Period DaysOfWeek(DateOnly start, Period period) => Within(period, start, DateOnly.FromDayNumber(Math.Min(start.DayNumber + 6, DateOnly.MaxValue.DayNumber)));

    /// <summary>The address of the plays of some days.</summary>
    public static string AddressOfPlays(Period days) => $"/history?from={ChosenDay(days.From)}&to={ChosenDay(days.To)}";

    /// <summary>The days from <paramref name="first"/> to <paramref name="last"/> that <paramref name="period"/> holds.</summary>
    public static Period Within(Period period, DateOnly first, DateOnly last) => new(period.From > first ? period.From : first, period.To < last ? period.To : last);

    private static string? ChosenDay(DateOnly? day) => Session.ChosenPeriod.Format(day);
}
