namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Whether a cross-validated forest may be said to know anything.</summary>
public enum Verdict
{
    /// <summary>The rows do not show that it beats always answering the most frequent class.</summary>
    NoBetterThanGuessing,

    /// <summary>Both accuracy and macro-F1 are above those of always answering the most frequent class, by more than chance explains.</summary>
    BetterThanGuessing,
}
