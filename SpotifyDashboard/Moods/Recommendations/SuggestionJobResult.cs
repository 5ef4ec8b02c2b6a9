namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>What came of a fetch of new tracks.</summary>
/// <param name="Named">Tracks that ReccoBeats named.</param>
/// <param name="Kept">Those of them whose sound is known and that are not in the library by the same id.</param>
internal sealed record SuggestionJobResult(int Named, int Kept);
