namespace SpotifyDashboard.Narrative;

/// <summary>How the cost guard stands for a listener today.</summary>
/// <param name="Used">Calls of the model on this local day of theirs.</param>
/// <param name="Limit">Calls allowed on a day.</param>
public sealed record NarrativeCalls(int Used, int Limit)
{
    /// <summary>Calls left today.</summary>
    public int Left => Math.Max(0, Limit - Used);
}
