namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>All that the page of recommendations shows.</summary>
/// <param name="Gap">What is missing where nothing can be recommended.</param>
/// <param name="Own">From the own library.</param>
/// <param name="New">Of what was suggested.</param>
/// <param name="Refused">What is not to be recommended, the latest first.</param>
/// <param name="Seeds">What new tracks may be looked for from.</param>
/// <param name="Fetch">When new tracks were last fetched; null while they were not.</param>
public sealed record RecommendationBoard(
    RecommendationGap Gap,
    IReadOnlyList<Recommendation> Own,
    IReadOnlyList<Recommendation> New,
    IReadOnlyList<RefusedTrack> Refused,
    IReadOnlyList<SeedTrack> Seeds,
    SuggestionFetch? Fetch);
