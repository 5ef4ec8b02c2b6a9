namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>A track that may be recommended.</summary>
/// <param name="Key">Whatever its maker knows it by.</param>
/// <param name="PublicId">Its public id, which decides between equals.</param>
/// <param name="Artist">Its main artist's name: of one artist two are recommended at most.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Sound">Its z-scores.</param>
internal sealed record Candidate(int Key, string PublicId, string Artist, double Score, float[] Sound);
