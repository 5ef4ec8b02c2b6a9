namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>What a claim is.</summary>
internal enum ClaimKind
{
    /// <summary>A number, share or duration.</summary>
    Amount,

    /// <summary>How many times as much as something else.</summary>
    Multiple,

    /// <summary>A place in a list, bound to a name.</summary>
    Rank,

    /// <summary>More or less than before, without a number.</summary>
    Direction,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A month, with or without its year.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>A time of day.</summary>
    Clock,

    /// <summary>A part of the day or the week.</summary>
    TimeOfDay,

    /// <summary>A name of the facts.</summary>
    Name,

    /// <summary>A track and who made it.</summary>
    Credit,

    /// <summary>Two names, one of which has more.</summary>
    Comparison,

    /// <summary>Two moods, one after the other.</summary>
    Order,

    /// <summary>A name that is said to stand in a list.</summary>
    Listed,

    /// <summary>A name that no fact has.</summary>
    Stranger,
}
