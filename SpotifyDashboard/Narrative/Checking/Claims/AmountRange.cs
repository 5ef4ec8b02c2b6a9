using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>What a number may be in a unit for its words to be true.</summary>
/// <param name="Unit">The unit; null for any.</param>
/// <param name="Low">Least, included.</param>
/// <param name="High">Greatest, included.</param>
internal readonly record struct AmountRange(FactUnit? Unit, double Low, double High)
{
    private const double Slack = 1e-6;

    /// <summary>Whether a number lies in it.</summary>
    public bool Holds(double value) => value >= Low - Slack && value <= High + Slack;
}
