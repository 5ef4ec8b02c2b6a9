namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Topics of facts as headings.</summary>
internal static class FactTopicWords
{
    /// <summary>"Change", "Artists", …</summary>
    public static string Of(FactTopic topic) => topic switch
    {
        FactTopic.Period => "Days",
        FactTopic.Totals => "Totals",
        FactTopic.Change => "Change",
        FactTopic.Artists => "Artists",
        FactTopic.Tracks => "Tracks",
        FactTopic.Genres => "Genres",
        FactTopic.Moods => "Moods",
        FactTopic.Drift => "Drift",
        FactTopic.Rhythm => "Rhythm",
        FactTopic.Sessions => "Sessions",
        FactTopic.Discovery => "New to you",
        FactTopic.Streaks => "Days in a row",
        _ => "Taste",
    };
}
