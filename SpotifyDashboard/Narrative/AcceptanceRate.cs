namespace SpotifyDashboard.Narrative;

/// <summary>How often the model's text held, among the stored stories for which a model was asked and delivered a readable text.</summary>
/// <param name="Accepted">Its first text held.</param>
/// <param name="Repaired">Its second text held, after the faults of the first were named.</param>
/// <param name="Refused">Neither held, and the template wrote.</param>
/// <param name="Unanswered">A model was asked but delivered nothing readable: blocked, limited, silent or misconfigured. Not part of the rate.</param>
public sealed record AcceptanceRate(int Accepted, int Repaired, int Refused, int Unanswered)
{
    /// <summary>Stories whose model text could be judged.</summary>
    public int Judged => Accepted + Repaired + Refused;

    /// <summary>Share of them that are the model's, 0 to 1; null where there is none.</summary>
    public double? Share => Judged == 0 ? null : (double)(Accepted + Repaired) / Judged;
}
