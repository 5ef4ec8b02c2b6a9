namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Hours of the local day, both included; they may pass midnight: 22 to 4.</summary>
/// <param name="From">First hour, 0 to 23.</param>
/// <param name="To">Last hour, 0 to 23.</param>
public readonly record struct DayHours(int From, int To)
{
    /// <summary>Whether <paramref name="hour"/> is one of them.</summary>
    public bool Contains(int hour) => From <= To ? hour >= From && hour <= To : hour >= From || hour <= To;
}
