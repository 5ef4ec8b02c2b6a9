using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative;

/// <summary>What would be sent to the model, as the API tells it.</summary>
/// <param name="From">First local day that the facts are about.</param>
/// <param name="To">Last local day that the facts are about.</param>
/// <param name="HasNames">Whether artists, tracks, albums and genres are named.</param>
/// <param name="Facts">The closed list; empty where nothing was played.</param>
internal sealed record FactsAnswer(DateOnly From, DateOnly To, bool HasNames, IReadOnlyList<FactAnswer> Facts)
{
    public static FactsAnswer Of(NarrativeFacts facts) => new(facts.Days.From, facts.Days.To, facts.HasNames, [.. facts.Facts.Select(FactAnswer.Of)]);
}
