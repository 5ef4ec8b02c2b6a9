namespace SpotifyDashboard.Statistics;

/// <summary>The course of a period in few points, for the small line in a tile: by day up to 62 days, else by week (Monday first).</summary>
/// <param name="IsWeekly">Whether a point is a week.</param>
/// <param name="Points">In order of time, without gaps; the first and last week may be cut by the period.</param>
public sealed record Spark(bool IsWeekly, IReadOnlyList<CalendarDay> Points)
{
    private const int MostDays = 62;
    private const int DaysPerWeek = 7;

    /// <summary>Draws the course of <paramref name="view"/>.</summary>
    public static Spark Of(ListeningView view)
    {
        var days = Calendar.Of(view).Days;
        if (days.Count <= MostDays)
        {
            return new Spark(IsWeekly: false, days);
        }

        var weeks = days.GroupBy(day => WeekOf(day.Date)).Select(week => new CalendarDay(week.Key, week.Sum(day => day.Plays), week.Sum(day => day.Ms)));
        return new Spark(IsWeekly: true, [.. weeks]);
    }

    private static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysPerWeek - 1) % DaysPerWeek));
}
