namespace SpotifyDashboard.Storage;

/// <summary>How often the model was called for a listener on one of their days. Deleting stories leaves it as it is.</summary>
public sealed class NarrativeCallsRow
{
    public int ListenerId { get; set; }

    /// <summary>The listener's local day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Calls, counted before each is sent.</summary>
    public int Calls { get; set; }
}
