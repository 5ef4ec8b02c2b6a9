namespace SpotifyDashboard.Narrative.Checking.Evidence;

/// <summary>What a number is about besides its unit and its name.</summary>
[Flags]
internal enum Facet
{
    /// <summary>Nothing besides.</summary>
    None = 0,

    /// <summary>Heard for the first time.</summary>
    New = 1,

    /// <summary>The longest of its kind.</summary>
    Longest = 1 << 1,

    /// <summary>A mean.</summary>
    Average = 1 << 2,

    /// <summary>Going on still.</summary>
    Current = 1 << 3,

    /// <summary>Days in a row.</summary>
    Streak = 1 << 4,

    /// <summary>Listening without a break.</summary>
    Session = 1 << 5,

    /// <summary>Left before the end.</summary>
    Skip = 1 << 6,

    /// <summary>Saturday and Sunday.</summary>
    Weekend = 1 << 7,

    /// <summary>Monday to Friday.</summary>
    Workday = 1 << 8,

    /// <summary>5 to 11 o'clock.</summary>
    Morning = 1 << 9,

    /// <summary>12 to 17 o'clock.</summary>
    Afternoon = 1 << 10,

    /// <summary>17 to 23 o'clock.</summary>
    Evening = 1 << 11,

    /// <summary>21 to 5 o'clock.</summary>
    Night = 1 << 12,

    /// <summary>When most is played.</summary>
    Peak = 1 << 13,

    /// <summary>When least is played.</summary>
    Least = 1 << 14,

    /// <summary>How unknown the music is.</summary>
    Hipster = 1 << 15,

    /// <summary>At one time of the period, and not at another.</summary>
    Drift = 1 << 17,

    /// <summary>How varied it is.</summary>
    Variety = 1 << 16,
}
