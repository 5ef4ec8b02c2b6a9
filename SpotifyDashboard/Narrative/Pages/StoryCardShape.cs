namespace SpotifyDashboard.Narrative.Pages;

/// <summary>The forms of a story's card.</summary>
public enum StoryCardShape
{
    /// <summary>1080 × 1920: a phone held upright.</summary>
    Story,

    /// <summary>1200 × 630: a preview of a link.</summary>
    Landscape,
}
