namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>A word that says what the songs of a period are about.</summary>
/// <param name="Word">Lower case, as it is sung.</param>
/// <param name="Songs">Songs of the period in which it is sung.</param>
/// <param name="Plays">Their counted plays.</param>
/// <param name="Weight">What it is ranked by.</param>
public sealed record ThemeWord(string Word, int Songs, int Plays, double Weight);
