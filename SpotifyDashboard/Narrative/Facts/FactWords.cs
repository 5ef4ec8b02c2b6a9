using System.Globalization;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Figures and days as the text of a fact says them: in English, whatever the culture.</summary>
internal static class FactWords
{
    private const double MsPerMinute = 60_000;
    private const double MinutesPerHour = 60;
    private const int Percents = 100;

    /// <summary>"1,204".</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 play", "1,204 plays".</summary>
    public static string Counted(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>"1 play", "1,204 plays".</summary>
    public static string Plays(int plays) => Counted(plays, "play", "plays");

    /// <summary>"18 %"; with a decimal where it is small or nearly all: "2.6 %", "99.4 %".</summary>
    /// <param name="percent">0 to 100, or more for a change.</param>
    public static string Percent(double percent) =>
        $"{Rounded(percent).ToString(percent is < 10 or (> 99 and < 100) ? "#,0.#" : "N0", CultureInfo.InvariantCulture)} %";

    /// <summary>Halves away from zero, as everywhere.</summary>
    public static double Rounded(double percent) => Math.Round(percent, percent is < 10 or (> 99 and < 100) ? 1 : 0, MidpointRounding.AwayFromZero);

    /// <summary>A share of a whole as a figure.</summary>
    public static FactFigure ShareOf(double part, double whole) => new(part / whole * Percents, FactUnit.Percent);

    /// <summary>"71.8", from a hundred on "214".</summary>
    public static string Decimal(double number) => Math.Round(number, number < Percents ? 1 : 0, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>"42 minutes", from two hours on "5.2 hours", with the figure that goes with it.</summary>
    public static (string Words, FactFigure Figure) Time(double ms)
    {
        var minutes = ms / MsPerMinute;
        return minutes < 2 * MinutesPerHour
            ? (Counted((int)Math.Round(minutes, MidpointRounding.AwayFromZero), "minute", "minutes"), new FactFigure(minutes, FactUnit.Minutes))
            : ($"{Decimal(minutes / MinutesPerHour)} hours", new FactFigure(minutes / MinutesPerHour, FactUnit.Hours));
    }

    /// <summary>"14 October 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"12 October 2026 to 18 October 2026", or the one day.</summary>
    public static string Days(FactDays days) => days.From == days.To ? Day(days.From) : $"{Day(days.From)} to {Day(days.To)}";

    /// <summary>"March 2026".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"Friday".</summary>
    /// <param name="weekday">0 Monday to 6 Sunday.</param>
    public static string Weekday(int weekday) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)((weekday + 1) % 7));
}
