namespace SpotifyDashboard.Ingest.Edits;

/// <summary>What became of a wish to change the history.</summary>
public enum EditOutcome
{
    /// <summary>It is as wished: changed just now, or so before.</summary>
    Done,

    /// <summary>The listener has no such play.</summary>
    Unknown,

    /// <summary>The plays are the demo's: invented, and the same for everybody who looks.</summary>
    IsDemo,
}
