namespace SpotifyDashboard.Moods.Pages;

/// <summary>A track that lies between two moods.</summary>
/// <param name="Row">Its row on the map.</param>
/// <param name="Nearest">The mood it is in.</param>
/// <param name="Next">The mood it is nearly in.</param>
/// <param name="Ratio">Distance from the centre of the one ÷ from that of the other, 0.9 to 1.</param>
public readonly record struct MoodBorder(int Row, int Nearest, int Next, float Ratio);
