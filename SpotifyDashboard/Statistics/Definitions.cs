namespace SpotifyDashboard.Statistics;

/// <summary>How each number on screen is counted, in one sentence each: what "How is this counted?" shows and <c>docs/statistics.md</c> says.</summary>
public static class Definitions
{
    /// <summary>Number of plays.</summary>
    public const string Plays = "A play counts when it lasted 30 seconds or more, or at least half of a track whose length is known; your settings can change that to every play, or only those that ran to their end.";

    /// <summary>Minutes listened.</summary>
    public const string Minutes = "The time your counted plays sounded, in minutes; pauses are not part of it.";

    /// <summary>Different tracks.</summary>
    public const string Tracks = "Different recordings among your counted plays: a track known under several ids counts once, unless you said on its page that they are not the same.";

    /// <summary>Different artists.</summary>
    public const string Artists = "Different artists among your counted plays: the album artist that Spotify's export names, so featured artists are left out.";

    /// <summary>Different albums.</summary>
    public const string Albums = "Different albums among your counted plays; plays whose album is unknown are left out.";

    /// <summary>Current streak.</summary>
    public const string Streak = "Days in a row with at least one counted play, up to the last day of the period; while today is that day and nothing was played yet, the days up to yesterday still stand.";

    /// <summary>Longest streak.</summary>
    public const string LongestStreak = "The most days in a row with at least one counted play within the period.";

    /// <summary>Share of estimated plays.</summary>
    public const string EstimatedShare = "The share of your counted plays whose time or length is estimated, because their source gives minutes only or no length.";

    /// <summary>Change to the previous period.</summary>
    public const string Previous = "Compared with the equally long stretch of days just before; a period without a first day has none.";

    /// <summary>Top lists.</summary>
    public const string Top = "Ranked by counted plays or by the time they sounded; equal ones by the other of the two, then by name. The arrow compares with the rank in the stretch of days before.";

    /// <summary>Weekday and hour.</summary>
    public const string Heatmap = "Counted plays by the weekday and hour in which they began, in your time zone; a play belongs as a whole to the hour of its start.";

    /// <summary>Calendar.</summary>
    public const string Calendar = "Counted plays by the day on which they began, in your time zone.";

    /// <summary>History.</summary>
    public const string History = "Every stored play, newest first, counted or not; each says which, where it comes from and whether its time is estimated.";

    /// <summary>All definitions with the name under which the documentation lists them.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Plays"] = Plays,
        ["Minutes"] = Minutes,
        ["Tracks"] = Tracks,
        ["Artists"] = Artists,
        ["Albums"] = Albums,
        ["Streak"] = Streak,
        ["Longest streak"] = LongestStreak,
        ["Estimated share"] = EstimatedShare,
        ["Previous"] = Previous,
        ["Top lists"] = Top,
        ["Weekday and hour"] = Heatmap,
        ["Calendar"] = Calendar,
        ["History"] = History,
    };
}
