namespace SpotifyDashboard.Moods.Likeness;

/// <summary>Two of the items compared.</summary>
/// <param name="One">Place of the one among the items.</param>
/// <param name="Other">Place of the other.</param>
/// <param name="Similarity">Cosine of their sound, −1 to 1.</param>
public sealed record LikenessPair(int One, int Other, double Similarity);
