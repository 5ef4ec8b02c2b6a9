namespace SpotifyDashboard.Statistics;

/// <summary>Local days in a row on each of which at least one counted play began, within a period.</summary>
/// <param name="Current">
/// The run that ends on the period's last day. While that day is today and nothing was played yet, the run that ends yesterday
/// still stands: today is not over. 0 where there is none.
/// </param>
/// <param name="Longest">The longest run.</param>
public readonly record struct Streaks(int Current, int Longest)
{
    /// <summary>Counts the days of <paramref name="view"/>.</summary>
    public static Streaks Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Days.First is not { } first || view.Days.Last is not { } last)
        {
            return default;
        }

        var longest = 0;
        var run = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            run = view.Days.PlaysOn(day) > 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var end = view.Period.To is { } to && to < view.Today ? to : view.Today;
        var isStanding = last >= end || (end == view.Today && last.DayNumber == end.DayNumber - 1);
        return new Streaks(isStanding ? CurrentUpTo(view, last < end ? last : end) : 0, longest);
    }

    private static int CurrentUpTo(ListeningView view, DateOnly day)
    {
        // A play dated after today (a clock that was wrong) neither adds to the streak nor ends it.
        if (view.Days.PlaysOn(day) == 0 && day == view.Today)
        {
            day = day.AddDays(-1);
        }

        var days = 0;
        for (; view.Days.PlaysOn(day) > 0; day = day.AddDays(-1))
        {
            days++;
        }

        return days;
    }
}
