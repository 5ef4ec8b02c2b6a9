using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Reading;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>A sentence with all that its claims are judged by.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="Binder">Whose its numbers are.</param>
/// <param name="Evidence">What the facts bear.</param>
/// <param name="Spoken">Entities that the sentences before spoke of last; null where those are not known.</param>
/// <param name="SpokenFacets">What the sentence before was about.</param>
internal sealed record SentenceGround(SentenceReading Sentence, IReadOnlyList<Claim> Claims, Binder Binder, FactEvidence Evidence, ImmutableArray<int>? Spoken, Facet SpokenFacets = Facet.None)
{
    /// <summary>All that the sentence says its numbers are about.</summary>
    public Facet Facets { get; } = SpokenFacets | FacetFinder.Of(Sentence) | (Claims.Any(static claim => claim.Kind is ClaimKind.Day or ClaimKind.Weekday or ClaimKind.Month) ? Facet.Drift : Facet.None);

    /// <summary>All entities that it names.</summary>
    public ImmutableArray<int> Named { get; } = [.. Binder.Mentions.SelectMany(static mention => mention.Entities).Distinct()];

    /// <summary>The claim's own words.</summary>
    public string WordsOf(Claim claim) => Sentence.Words(claim.Start, claim.End);
}
