using System.Globalization;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Overview;

/// <summary>A year of days, in weeks that begin on Monday.</summary>
/// <param name="Weeks">Per week seven days, Monday first; null outside the year.</param>
/// <param name="Months">The months with the number of weeks that begin in each, in order.</param>
/// <param name="Years">The calendar years in which something was played, newest first.</param>
/// <param name="Caption">The finding in words.</param>
/// <param name="Last">The last day shown.</param>
public sealed record CalendarView(
    IReadOnlyList<IReadOnlyList<DayCell?>> Weeks,
    IReadOnlyList<(string Name, int Weeks)> Months,
    IReadOnlyList<int> Years,
    string Caption,
    DateOnly Last)
{
    private const int DaysPerWeek = 7;
    private const int Levels = 4;
    private const int NarrowestMonth = 2;

    /// <summary>The twelve months up to the end of the period, or a calendar year.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="year">The calendar year; null for the twelve months.</param>
    public static CalendarView Of(ListeningView view, int? year)
    {
        ArgumentNullException.ThrowIfNull(view);
        var end = view.Period.To is { } to && to < view.Today ? to : view.Today;
        var last = year is { } chosen ? new DateOnly(chosen, 12, 31) : end;
        var first = year is { } begun ? new DateOnly(begun, 1, 1) : last.AddYears(-1).AddDays(1);
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).ToList();
        var played = days.Select(view.Days.PlaysOn).Where(plays => plays > 0).Order().ToList();
        var lead = ((int)first.DayOfWeek + DaysPerWeek - 1) % DaysPerWeek;
        var cells = Enumerable.Repeat<DayCell?>(null, lead)
            .Concat(days.Select(day => day > view.Today ? null : DayOf(view, day, played)))
            .Chunk(DaysPerWeek)
            .Select(week => (IReadOnlyList<DayCell?>)[.. week, .. Enumerable.Repeat<DayCell?>(null, DaysPerWeek - week.Length)])
            .ToList();
        var years = view.Days.First is { } earliest && view.Days.Last is { } latest
            ? Enumerable.Range(earliest.Year, latest.Year - earliest.Year + 1).Reverse().ToList()
            : [];
        return new CalendarView(cells, MonthsOf(first, lead, cells.Count), years, CaptionOf(view, days, played.Count), last < view.Today ? last : view.Today);
    }

    private static DayCell DayOf(ListeningView view, DateOnly day, List<int> played)
    {
        var plays = view.Days.PlaysOn(day);

        // Quarters of the days with music, so that one wild night does not leave the rest of the year pale.
        var level = plays == 0 ? 0 : 1 + Math.Min(Levels - 1, played.FindIndex(other => other >= plays) * Levels / played.Count);
        return new DayCell(day, level, $"{Say(day)}: {PlaysInWords(plays)}{(plays == 0 ? "" : ", " + TimeInWords(view.Days.MsOn(day)))}");
    }

    private static List<(string Name, int Weeks)> MonthsOf(DateOnly first, int lead, int weeks)
    {
        var months = Enumerable.Range(0, weeks)
            .Select(week => first.AddDays(Math.Max(0, (week * DaysPerWeek) - lead)))
            .GroupBy(day => (day.Year, day.Month))
            .Select(group => (group.First().ToString("MMM", CultureInfo.InvariantCulture), group.Count()))
            .ToList();

        // A name needs the room of two weeks.
        return months.ConvertAll(month => (month.Item2 < NarrowestMonth ? "" : month.Item1, month.Item2));
    }

    private static string CaptionOf(ListeningView view, List<DateOnly> days, int withMusic)
    {
        if (withMusic == 0)
        {
            return "Nothing was played in these months.";
        }

        var fullest = days.MaxBy(view.Days.PlaysOn);
        var past = days.Count(day => day <= view.Today);
        return $"Your fullest day was {Say(fullest)} with {PlaysInWords(view.Days.PlaysOn(fullest))}; {withMusic} of {past} days had music.";
    }

    private static string Say(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    private static string PlaysInWords(int plays) => plays switch
    {
        0 => "no plays",
        1 => "1 play",
        _ => string.Create(CultureInfo.CurrentCulture, $"{plays:N0} plays"),
    };

    private static string TimeInWords(long ms)
    {
        var time = TimeSpan.FromMilliseconds(ms);
        return time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min");
    }
}
