namespace SpotifyDashboard.Storage;

/// <summary>How often a listener gets a report by mail.</summary>
public enum MailRhythm
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>On Mondays, over the week before.</summary>
    Weekly,

    /// <summary>On the first of a month, over the month before.</summary>
    Monthly,
}
