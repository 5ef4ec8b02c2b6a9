namespace SpotifyDashboard.Statistics;

/// <summary>The 168 hours of a week that begins on Monday.</summary>
internal static class WeekHour
{
    /// <summary>Hours of a day.</summary>
    public const int PerDay = 24;

    /// <summary>Hours of a week.</summary>
    public const int PerWeek = 7 * PerDay;

    private const long HourMs = 3_600_000;

    /// <summary>1970-01-01 was a Thursday, three days into a week that begins on Monday; thousands of weeks keep the sum positive.</summary>
    private const long MsSinceMonday = ((3 * PerDay) + (10_000L * PerWeek)) * HourMs;

    /// <summary>The hour of the week, 0 to 167.</summary>
    /// <param name="localMs">Milliseconds since 1970 on the listener's clock.</param>
    public static int Of(long localMs) => (int)((ulong)(localMs + MsSinceMonday) / HourMs % PerWeek);
}
