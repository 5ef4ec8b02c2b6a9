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

    /// <summary>Trend.</summary>
    public const string Trend = "Counted plays and their time by hour, day, week (Monday first), month or year in your time zone, stretches without music included.";

    /// <summary>Sessions.</summary>
    public const string Sessions = "Counted plays with at most half an hour of silence between them are one session; you can choose another pause.";

    /// <summary>Streaks.</summary>
    public const string StreakList = "Days in a row with at least one counted play within the period, the longest first.";

    /// <summary>Discovery.</summary>
    public const string Discovery = "A recording, artist or album is new in the period when its very first counted play in your whole history lies there.";

    /// <summary>Rediscovery.</summary>
    public const string Rediscovery = "Recordings that you came back to in the period after at least 180 days without them, having played them five times or more before.";

    /// <summary>Forgotten favourites.</summary>
    public const string Forgotten = "Recordings with ten counted plays or more up to the end of the period, none of them in its last 180 days.";

    /// <summary>Obsessions.</summary>
    public const string Obsessions = "Recordings that you played ten times or more within seven days.";

    /// <summary>On this day.</summary>
    public const string OnThisDay = "What you played on this day of the year in the years before, in your time zone.";

    /// <summary>Milestones.</summary>
    public const string Milestones = "The moments at which your counted plays, hours, different tracks and different artists reached round numbers.";

    /// <summary>Repeats and loyalty.</summary>
    public const string Loyalty = "How much of your listening is the same again: repeated recordings, plays in a row, and artists that stay month after month.";

    /// <summary>Skips.</summary>
    public const string Skips = "Of the plays whose source says how they ended: the share you skipped, and the share that ran to the end. Short plays are part of this, whatever the counting rule.";

    /// <summary>Diversity.</summary>
    public const string Diversity = "How evenly your counted plays spread over artists: as diverse as if you played so many artists equally often (2 to the power of the Shannon index); Gini is 0 when all are played alike and near 1 when one takes nearly all.";

    /// <summary>Release decades.</summary>
    public const string Decades = "The decade in which the albums of your counted plays were released, as Spotify dates them; plays whose release is unknown are left out and the share known is shown.";

    /// <summary>Explicit.</summary>
    public const string ExplicitShare = "The share of your counted plays whose track Spotify marks as explicit; tracks without a known mark are left out.";

    /// <summary>Genres over time.</summary>
    public const string GenreTrend = "Counted plays by genre of the artist and month; a play counts for each genre of its artist, so the genres add up to more than there were plays.";

    /// <summary>Platforms.</summary>
    public const string Platforms = "The devices and countries that your exports name for counted plays; plays from polls say neither.";

    /// <summary>What you listen from.</summary>
    public const string Contexts = "Where you pressed play: a playlist, an album, an artist, your saved songs; only polls and your own exports with contexts tell it.";

    /// <summary>Moods over time.</summary>
    public const string MoodTrend = "The share of each mood of your map among the counted plays of a week, and how far the middle of a month lies from that of the month before.";

    /// <summary>Hipster score.</summary>
    public const string Hipster = "100 minus the popularity (0 to 100, as ReccoBeats tells it) of what you played, each play weighing the same; withheld while the popularity of less than 30 % of your plays is known.";

    /// <summary>Top 20.</summary>
    public const string Top20 = "The twenty that you played most by counted plays, equal ones by time, then by name, over whole days of yours up to today; bar and arrow compare with the equally long stretch just before.";

    /// <summary>Recap.</summary>
    public const string Recap = "A calendar year or month in your local days, compared with the same days a year before.";

    /// <summary>Track, artist and album pages.</summary>
    public const string Item = "Counted plays of the item alone, over your whole history: a track under all its ids, an artist's and an album's tracks by the artist and album that their recording goes by.";

    /// <summary>Rank on the page of a track, artist or album.</summary>
    public const string ItemRank = "Its place among all tracks, artists or albums that you played in the period, by counted plays, equal ones by time, then by name; the change is that since the equally long stretch just before.";

    /// <summary>Sessions with a track, artist or album.</summary>
    public const string ItemSessions = "Sessions (30 minutes of silence end one) in which it was played, and the share of its counted plays with which a session began.";

    /// <summary>Moods of a track, artist or album.</summary>
    public const string ItemMoods = "Its counted plays of the period by the mood that their track has on your mood map; plays whose track has no audio features are left out.";

    /// <summary>Similar items.</summary>
    public const string Similar = "Tracks and albums by how alike they stand out in sound (cosine of the nine features, 1 is alike, 0 unrelated); artists by the mean of the genres they share and of their sound. Only among your own.";

    /// <summary>Closeness to a mood's centre.</summary>
    public const string MoodCloseness = "How far a track lies from the centre of its mood, in deviations: 0 is the centre itself, 1 is as far as a feature typically strays from your average.";

    /// <summary>Between two moods.</summary>
    public const string MoodBorders = "Tracks whose own centre is hardly nearer than that of another mood: the one distance is 90 % of the other or more.";

    /// <summary>What sets a mood apart.</summary>
    public const string MoodTraits = "The features in which the mood's centre lies farthest from the mean of all tracks on the map, in standard deviations of these tracks; below a quarter of one nothing is said.";

    /// <summary>Plays of a mood.</summary>
    public const string MoodPlays = "Counted plays of the period whose track is in this mood; shares are of the counted plays whose track has any mood.";

    /// <summary>Month by month on the map.</summary>
    public const string MoodMonths = "The centre of a month is the mean place of its counted plays on the map, each play weighing the same; plays of tracks that are not on the map are left out.";

    /// <summary>History.</summary>
    public const string History = "Every stored play, newest first, counted or not; each says which, where it comes from and whether its time is estimated.";

    /// <summary>Likeness.</summary>
    public const string Likeness = "The cosine of two sounds: 1 when both stand out from your average in the same way, 0 when they have nothing in common, −1 when they are opposites. A track's sound is its nine audio features, each in deviations from the mean of your library; an artist's is the mean of its recordings.";

    /// <summary>Recommendations from the own library.</summary>
    public const string RecommendedOwn = "Tracks of your library whose sound is known and that you have not played in the ninety days before your last play: half the score is how near they sound to what you played in the eight weeks before it, half how much you once loved them (from eight plays in one season on). Thumbs shift the sound that is looked for; two tracks of an artist at most.";

    /// <summary>Recommendations of new tracks.</summary>
    public const string RecommendedNew = "Tracks that ReccoBeats named for the tracks you chose, less those you have or refused under any id: the score is how near they sound to what you played in the eight weeks before your last play, shifted by your thumbs. Two tracks of an artist at most.";

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
        ["Trend"] = Trend,
        ["Sessions"] = Sessions,
        ["Streaks"] = StreakList,
        ["Discovery"] = Discovery,
        ["Rediscovery"] = Rediscovery,
        ["Forgotten favourites"] = Forgotten,
        ["Obsessions"] = Obsessions,
        ["On this day"] = OnThisDay,
        ["Milestones"] = Milestones,
        ["Repeats and loyalty"] = Loyalty,
        ["Skips"] = Skips,
        ["Diversity"] = Diversity,
        ["Release decades"] = Decades,
        ["Explicit"] = ExplicitShare,
        ["Genres over time"] = GenreTrend,
        ["Platforms"] = Platforms,
        ["What you listen from"] = Contexts,
        ["Moods over time"] = MoodTrend,
        ["Hipster score"] = Hipster,
        ["Top 20"] = Top20,
        ["Recap"] = Recap,
        ["Track, artist and album pages"] = Item,
        ["Rank of an item"] = ItemRank,
        ["Sessions with an item"] = ItemSessions,
        ["Moods of an item"] = ItemMoods,
        ["Similar items"] = Similar,
        ["Likeness"] = Likeness,
        ["Closeness to a mood's centre"] = MoodCloseness,
        ["Between two moods"] = MoodBorders,
        ["What sets a mood apart"] = MoodTraits,
        ["Plays of a mood"] = MoodPlays,
        ["Month by month on the map"] = MoodMonths,
        ["Recommended from your library"] = RecommendedOwn,
        ["Recommended as new"] = RecommendedNew,
        ["History"] = History,
    };
}
