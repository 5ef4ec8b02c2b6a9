namespace SpotifyDashboard.Statistics.Cards;

/// <summary>The forms of a share card.</summary>
public enum CardShape
{
    /// <summary>1080 × 1920: a phone held upright.</summary>
    Story,

    /// <summary>1200 × 630: a preview of a link.</summary>
    Landscape,

    /// <summary>800 × 1400: a till receipt.</summary>
    Receipt,
}
