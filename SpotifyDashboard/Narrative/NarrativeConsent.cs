namespace SpotifyDashboard.Narrative;

/// <summary>On what ground the facts of one story may be sent to the model.</summary>
public enum NarrativeConsent
{
    /// <summary>They may not: the template writes.</summary>
    None,

    /// <summary>The request itself agrees, for this story alone.</summary>
    ThisOnce,

    /// <summary>As the listener's stored choice says when the story is written.</summary>
    AsAgreed,
}
