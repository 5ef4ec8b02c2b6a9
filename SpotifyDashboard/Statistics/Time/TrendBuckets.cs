namespace SpotifyDashboard.Statistics.Time;

/// <summary>What follows from the length of a trend's stretches.</summary>
internal static class TrendBuckets
{
    private const int MostDaysByHour = 400;
    private const int MostDays = 40_000;
    private const int DaysPerWeek = 7;

    /// <summary>At most so many days can be listed.</summary>
    public static int MostDaysBy(TrendBucket by) => by == TrendBucket.Hour ? MostDaysByHour : MostDays;

    /// <summary>The name that addresses have for it.</summary>
    public static string NameOf(TrendBucket by) => by switch
    {
        TrendBucket.Hour => "hour",
        TrendBucket.Day => "day",
        TrendBucket.Week => "week",
        TrendBucket.Month => "month",
        TrendBucket.Year => "year",
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "There are five."),
    };

    /// <summary>The first day of the stretch that <paramref name="day"/> belongs to.</summary>
    public static DateOnly StartOf(DateOnly day, TrendBucket by) => by switch
    {
        TrendBucket.Week => DateOnly.FromDayNumber(day.DayNumber - (day.DayNumber % DaysPerWeek)), // 0001-01-01, day number 0, was a Monday
        TrendBucket.Month => new DateOnly(day.Year, day.Month, 1),
        TrendBucket.Year => new DateOnly(day.Year, 1, 1),
        _ => day,
    };

    /// <summary>The last day of the stretch that begins on <paramref name="start"/>.</summary>
    public static DateOnly EndOf(DateOnly start, TrendBucket by) => by switch
    {
        TrendBucket.Week => DateOnly.FromDayNumber(Math.Min(start.DayNumber + DaysPerWeek - 1, DateOnly.MaxValue.DayNumber)),
        TrendBucket.Month => new DateOnly(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)),
        TrendBucket.Year => new DateOnly(start.Year, 12, 31),
        _ => start,
    };
}
