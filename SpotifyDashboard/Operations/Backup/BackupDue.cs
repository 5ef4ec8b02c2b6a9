namespace SpotifyDashboard.Operations.Backup;

/// <summary>When the next backup is taken by itself.</summary>
internal static class BackupDue
{
    /// <summary>How long after one that was begun and did not come to an end the next is tried.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromHours(1);

    /// <summary>The moment of the next one; not after <paramref name="now"/> where it is due.</summary>
    /// <param name="every">How often.</param>
    /// <param name="done">When the last good one was taken; null: never.</param>
    /// <param name="begun">When the last one was begun; null: never.</param>
    /// <param name="now">Now. What is said to lie in the future was noted while the clock was ahead, and does not count.</param>
    public static DateTimeOffset Next(TimeSpan every, DateTimeOffset? done, DateTimeOffset? begun, DateTimeOffset now)
    {
        var afterGood = done <= now ? done.Value + every : now;
        var afterTry = begun <= now ? begun.Value + (every < s_pause ? every : s_pause) : now;
        return afterGood > afterTry ? afterGood : afterTry;
    }
}
