using System.Globalization;

namespace SpotifyDashboard.Statistics.Recap;

/// <summary>How a recap puts its numbers.</summary>
internal static class RecapWords
{
    private const double MinutesPerHour = 60;
    private const double HoursPerDay = 24;

    /// <summary>"11 days and 17 hours of music", "3 hours of music"; nothing below two hours.</summary>
    public static string? LengthOf(double minutes)
    {
        var hours = (int)(minutes / MinutesPerHour);
        var (days, rest) = ((int)(hours / HoursPerDay), hours % (int)HoursPerDay);
        return hours < 2 ? null
            : days == 0 ? $"{Count(hours, "hour")} of music"
            : rest == 0 ? $"{Count(days, "day")} of music"
            : $"{Count(days, "day")} and {Count(rest, "hour")} of music";
    }

    /// <summary>"12 % more than the year before (1,204)".</summary>
    public static (int Direction, string Words)? ChangeOf(double now, double? before, string? compared)
    {
        if (before is not > 0 || compared is null)
        {
            return null;
        }

        var percent = Math.Round((now - before.Value) / before.Value * 100, MidpointRounding.AwayFromZero);
        var was = string.Create(CultureInfo.CurrentCulture, $"{before.Value:N0}");
        return percent switch
        {
            0 => (0, $"as in {compared} ({was})"),
            > 0 => (1, string.Create(CultureInfo.CurrentCulture, $"{percent:N0} % more than {compared} ({was})")),
            _ => (-1, string.Create(CultureInfo.CurrentCulture, $"{-percent:N0} % less than {compared} ({was})")),
        };
    }

    /// <summary>"21 plays", "1 play".</summary>
    public static string Count(int number, string what) => string.Create(CultureInfo.CurrentCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");

    /// <summary>"Sunday 1 March 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"21:00 to 22:00".</summary>
    public static string Hour(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00 to {(hour + 1) % 24:00}:00");
}
