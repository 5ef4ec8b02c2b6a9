namespace SpotifyDashboard.Demo;

/// <summary>When the demo listener listens, and to what: the rhythm of day, week and year.</summary>
internal static class DemoWeek
{
    private const int FirstHour = 6;

    /// <summary>Sessions a day, Sunday first, as <see cref="DayOfWeek"/> counts.</summary>
    private static readonly double[] s_sessions = [2.0, 2.3, 2.4, 2.4, 2.6, 3.4, 2.9];

    /// <summary>How often a session begins at 6, 7, … 23 o'clock.</summary>
    private static readonly double[] s_workday = [2, 6, 7, 4, 3, 2, 2, 3, 3, 2, 2, 6, 5, 4, 5, 5, 3, 1];
    private static readonly double[] s_friday = [2, 5, 6, 3, 3, 2, 2, 2, 2, 2, 2, 5, 8, 10, 14, 13, 9, 4];
    private static readonly double[] s_weekend = [0, 0, 1, 2, 4, 5, 4, 3, 3, 3, 3, 3, 4, 5, 6, 6, 4, 2];

    /// <summary>How many sessions to expect on a day; 0 while they are away without music.</summary>
    public static double SessionsOn(DateOnly day) => s_sessions[(int)day.DayOfWeek] * HolidayFactor(day);

    /// <summary>Draws the hour in which a session begins; never the night, when the last session of the evening may still run.</summary>
    public static int NextHour(Random random, DateOnly day) => FirstHour + random.NextIndex(day.DayOfWeek switch
    {
        DayOfWeek.Saturday or DayOfWeek.Sunday => s_weekend,
        DayOfWeek.Friday => s_friday,
        _ => s_workday,
    });

    /// <summary>How likely each mood is (drive, party, calm, focus, words), in the order of <see cref="DemoMood"/>.</summary>
    public static double[] MoodsAt(DateOnly day, int hour)
    {
        var moods = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend(hour) : Workday(day, hour);

        // Warm months are for dancing, cold ones for the armchair.
        moods[(int)DemoMood.Party] *= day.Month is >= 6 and <= 8 ? 1.5 : 1;
        moods[(int)DemoMood.Calm] *= day.Month is 12 or 1 or 2 ? 1.6 : 1;
        return moods;
    }

    private static double[] Workday(DateOnly day, int hour) => hour switch
    {
        < 9 => [.12, .25, .15, .03, .45],
        < 17 => [.05, .06, .18, .62, .09],
        < 19 => [.52, .13, .05, .02, .28],
        < 22 when day.DayOfWeek == DayOfWeek.Friday => [.12, .64, .05, .01, .18],
        < 22 => [.12, .22, .32, .10, .24],
        _ => [.02, .10, .62, .18, .08],
    };

    private static double[] Weekend(int hour) => hour switch
    {
        < 12 => [.06, .20, .58, .08, .08],
        < 17 => [.22, .28, .16, .06, .28],
        < 23 => [.10, .60, .10, .02, .18],
        _ => [.05, .40, .40, .05, .10],
    };

    private static double HolidayFactor(DateOnly day) => (day.Month, day.Day) switch
    {
        // A spring journey without a phone, two summer weeks with few sessions, and the days between the years.
        (4, >= 11 and <= 15) => 0,
        (7, >= 25) or (8, <= 7) => .4,
        (12, >= 24) => .6,
        _ => 1,
    };
}
