using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>How the panels of the statistics put numbers, times and days, with the listener's separators.</summary>
internal static class StatisticsWords
{
    private const double MsPerMinute = 60_000;
    private const double MsPerHour = 60 * MsPerMinute;

    /// <summary>"1,204".</summary>
    public static string Number(double number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>"1 play", "1,204 plays".</summary>
    public static string Count(int number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";

    /// <summary>"12 min", "3 h 20 min", "120 h".</summary>
    public static string Time(double ms)
    {
        var minutes = (long)Math.Round(ms / MsPerMinute, MidpointRounding.AwayFromZero);
        return minutes switch
        {
            < 60 => string.Create(CultureInfo.CurrentCulture, $"{minutes} min"),
            < 6000 when minutes % 60 > 0 => string.Create(CultureInfo.CurrentCulture, $"{minutes / 60} h {minutes % 60} min"),
            _ => $"{Number(Math.Round(ms / MsPerHour, MidpointRounding.AwayFromZero))} h",
        };
    }

    /// <summary>"29 %"; "–" where there is nothing to divide by.</summary>
    public static string Share(double? share) => share is { } known ? $"{Number(Math.Round(known * 100, MidpointRounding.AwayFromZero))} %" : "–";

    /// <summary>"3 Mar 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The local day of a moment, "3 Mar 2026".</summary>
    public static string Day(DateTimeOffset moment, TimeZoneInfo zone) => Day(LocalDay(moment, zone));

    /// <summary>The local day to which a moment belongs.</summary>
    public static DateOnly LocalDay(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>"8 % more than in the stretch before"; null where there was nothing then.</summary>
    public static string? Compared(double now, double before)
    {
        if (before <= 0)
        {
            return null;
        }

        var percent = Math.Round((now - before) / before * 100, MidpointRounding.AwayFromZero);
        return percent == 0 ? "as much as in the stretch before" : $"{Number(Math.Abs(percent))} % {(percent > 0 ? "more" : "less")} than in the stretch before";
    }

    /// <summary>Where the plays of these local days are listed.</summary>
    public static string PlaysOf(DateOnly from, DateOnly to) => $"/history?from={from:O}&to={to:O}";

    /// <summary>Where the plays of those of these local days are listed that lie in <paramref name="period"/>.</summary>
    public static string PlaysOf(DateOnly from, DateOnly to, Period period) =>
        PlaysOf(period.From is { } first && first > from ? first : from, period.To is { } last && last < to ? last : to);
}
