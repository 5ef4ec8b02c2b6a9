namespace SpotifyDashboard.Moods.Similarity;

/// <summary>A recording that sounds like another.</summary>
/// <param name="Index">Place in the map's catalogue of the track that stands for it.</param>
/// <param name="Row">The row of the map that was compared.</param>
/// <param name="Similarity">Cosine of the two rows of z-scores, −1 to 1.</param>
public readonly record struct SimilarSound(int Index, int Row, double Similarity);
