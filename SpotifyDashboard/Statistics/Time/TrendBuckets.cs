namespace SpotifyDashboard.Statistics.Time;

/// <summary>What follows from the length of a trend's stretches.</summary>
internal static class TrendBuckets
{
    private const int MostDaysByHour = 400;
    private const int MostDays = 40_000;
    private const int DaysPerWeek = 7;

    /// <summary>What is drawn has at most some 1,600 points: for the eye, and for the line to the browser.</summary>
    private static readonly (TrendBucket By, int Least, int Most)[] s_suitable =
    [
        (TrendBucket.Hour, 1, 62),
        (TrendBucket.Day, 2, 1_600),
        (TrendBucket.Week, 8, 11_200),
        (TrendBucket.Month, 32, 48_000),
        (TrendBucket.Year, 367, int.MaxValue),
    ];

    private static readonly (TrendBucket By, int Most)[] s_best = [(TrendBucket.Hour, 3), (TrendBucket.Day, 62), (TrendBucket.Week, 400), (TrendBucket.Month, 11_000)];

    /// <summary>At most so many days can be listed.</summary>
    public static int MostDaysBy(TrendBucket by) => by == TrendBucket.Hour ? MostDaysByHour : MostDays;

    /// <summary>The lengths that are drawn well over so many days, short ones first.</summary>
    public static IReadOnlyList<TrendBucket> SuitableFor(int days) => [.. s_suitable.Where(one => days >= one.Least && days <= one.Most).Select(one => one.By)];

    /// <summary>The length that is drawn best over so many days.</summary>
    public static TrendBucket BestFor(int days) => s_best.Where(one => days <= one.Most).Select(one => one.By).DefaultIfEmpty(TrendBucket.Year).First();

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
