using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Evidence;

/// <summary>A number that a fact says, with what it belongs to.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Value">The number, unrounded where the fact has it so.</param>
/// <param name="Said">The number as the fact's text says it.</param>
/// <param name="Unit">What it counts; null where the text leaves it open.</param>
internal sealed record Figure(NarrativeFact Fact, double Value, double Said, FactUnit? Unit)
{
    /// <summary>Numbers of the entities it belongs to; empty where it is about the listening as a whole.</summary>
    public ImmutableArray<int> Owners { get; init; } = [];

    /// <summary>What it is about besides.</summary>
    public Facet Facets { get; init; }

    /// <summary>What is counted by the things that a change is about: plays, minutes.</summary>
    public ImmutableArray<FactUnit> Metrics { get; init; } = [];
}
