namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Stretches of the calendar around a day.</summary>
internal static class Days
{
    private const int MonthsOfSeason = 3;

    /// <summary>Monday of the week of <paramref name="day"/>.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The week, month or year that holds <paramref name="day"/>; the day itself for <c>d</c>.</summary>
    /// <param name="day">A day of it.</param>
    /// <param name="unit"><c>d</c>, <c>w</c>, <c>m</c> or <c>y</c>.</param>
    public static (DateOnly From, DateOnly To) Around(DateOnly day, char unit) => unit switch
    {
        'w' => (Monday(day), Monday(day).AddDays(6)),
        'm' => Month(day.Year, day.Month),
        'y' => (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
        _ => (day, day),
    };

    /// <summary>A day so many units earlier.</summary>
    public static DateOnly Back(DateOnly day, int count, char unit) => unit switch
    {
        'w' => day.AddDays(-7 * count),
        'm' => day.AddMonths(-count),
        'y' => day.AddYears(-count),
        _ => day.AddDays(-count),
    };

    /// <summary>A month.</summary>
    public static (DateOnly From, DateOnly To) Month(int year, int month) =>
        (new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>A season; winter begins in December of <paramref name="year"/> and ends in the year after.</summary>
    /// <param name="year">The year in which it begins.</param>
    /// <param name="season">0 spring to 3 winter.</param>
    public static (DateOnly From, DateOnly To) Season(int year, int season)
    {
        var first = new DateOnly(year, (season + 1) * MonthsOfSeason, 1);
        return (first, first.AddMonths(MonthsOfSeason).AddDays(-1));
    }

    /// <summary>A quarter, 1 to 4.</summary>
    public static (DateOnly From, DateOnly To) Quarter(int year, int quarter)
    {
        var first = new DateOnly(year, ((quarter - 1) * 3) + 1, 1);
        return (first, first.AddMonths(3).AddDays(-1));
    }
}
