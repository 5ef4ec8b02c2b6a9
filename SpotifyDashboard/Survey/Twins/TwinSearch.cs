using System.Collections.Immutable;

namespace SpotifyDashboard.Survey.Twins;

/// <summary>What a search for twins found.</summary>
/// <param name="Twins">The nearest first; of equally near ones the one whose id comes first.</param>
/// <param name="Missing">Why there is none, as a sentence; null where there is one.</param>
public sealed record TwinSearch(ImmutableArray<Twin> Twins, string? Missing);
