namespace SpotifyDashboard.Statistics.Cards;

/// <summary>The two looks of a card.</summary>
public enum CardTheme
{
    /// <summary>Light on dark.</summary>
    Dark,

    /// <summary>Dark on light.</summary>
    Light,
}
