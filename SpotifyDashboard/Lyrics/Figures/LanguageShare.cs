namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>How much of what was played is sung in a language.</summary>
/// <param name="Language">BCP 47 code; null for songs whose language can't be told.</param>
/// <param name="Name">Its English name.</param>
/// <param name="Songs">Songs of the period in it.</param>
/// <param name="Plays">Their counted plays.</param>
/// <param name="Share">Of the counted plays of all songs whose words are known, 0 to 1.</param>
public sealed record LanguageShare(string? Language, string Name, int Songs, int Plays, double Share);
