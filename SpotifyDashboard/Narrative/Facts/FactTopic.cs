namespace SpotifyDashboard.Narrative.Facts;

/// <summary>What a fact is about; the order is the order in which a story tells.</summary>
public enum FactTopic
{
    /// <summary>The days the story is about.</summary>
    Period,

    /// <summary>Plays, minutes, tracks, artists, albums.</summary>
    Totals,

    /// <summary>Totals against the equally long stretch before.</summary>
    Change,

    /// <summary>The artists played most.</summary>
    Artists,

    /// <summary>The tracks played most.</summary>
    Tracks,

    /// <summary>The genres played most.</summary>
    Genres,

    /// <summary>Names, shares and sound of the moods.</summary>
    Moods,

    /// <summary>How the moods moved over the days or weeks.</summary>
    Drift,

    /// <summary>Weekdays and hours.</summary>
    Rhythm,

    /// <summary>Listening without a break.</summary>
    Sessions,

    /// <summary>What was heard for the first time.</summary>
    Discovery,

    /// <summary>Days in a row.</summary>
    Streaks,

    /// <summary>Hipster score and variety.</summary>
    Taste,
}
