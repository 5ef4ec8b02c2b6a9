namespace SpotifyDashboard.Statistics.Cards;

/// <summary>Where a text stands in its place.</summary>
public enum CardAlign
{
    /// <summary>At its left end.</summary>
    Start,

    /// <summary>In its middle.</summary>
    Middle,

    /// <summary>At its right end.</summary>
    End,
}
