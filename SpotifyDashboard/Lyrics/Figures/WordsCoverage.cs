namespace SpotifyDashboard.Lyrics.Figures;

/// <summary>Of how many songs the words are known.</summary>
/// <param name="Songs">Recordings with a counted play in the period.</param>
/// <param name="WithWords">Those whose words are known.</param>
/// <param name="Instrumental">Those in which nothing is sung.</param>
/// <param name="NotFound">Those that LRCLIB does not know.</param>
/// <param name="Failed">Those about which it answered nonsense.</param>
/// <param name="Waiting">Those not asked about yet.</param>
/// <param name="Plays">Counted plays of all of them.</param>
/// <param name="PlaysWithWords">Counted plays of those whose words are known.</param>
public sealed record WordsCoverage(int Songs, int WithWords, int Instrumental, int NotFound, int Failed, int Waiting, int Plays, int PlaysWithWords);
