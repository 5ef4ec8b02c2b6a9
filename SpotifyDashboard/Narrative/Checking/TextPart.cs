namespace SpotifyDashboard.Narrative.Checking;

/// <summary>Where in a story a sentence stands.</summary>
public enum TextPart
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The description.</summary>
    Description,

    /// <summary>The roast.</summary>
    Roast,
}
