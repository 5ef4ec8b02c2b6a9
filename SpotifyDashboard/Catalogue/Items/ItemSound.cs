namespace SpotifyDashboard.Catalogue.Items;

/// <summary>How an item sounds among all others.</summary>
/// <param name="Moods">The moods of its plays in the period.</param>
/// <param name="Similar">What of the library is like it, whatever the period; empty where its sound is unknown.</param>
public sealed record ItemSound(ItemMoods Moods, IReadOnlyList<SimilarItem> Similar);
