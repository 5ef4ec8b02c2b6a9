namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>A number in digits, in whatever form.</summary>
    Number,

    /// <summary>A day in digits: 2026-10-03, 03.10.2026, 10/3/2026.</summary>
    Date,

    /// <summary>A time of day in digits: 21:00.</summary>
    Clock,

    /// <summary>A punctuation mark or symbol.</summary>
    Mark,
}
