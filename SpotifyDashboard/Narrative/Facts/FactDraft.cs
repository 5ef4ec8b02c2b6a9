using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>A fact before it is known whether there is room for it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Weight">How telling it is; the least telling are left out first. No two of a list are the same.</param>
/// <param name="Series">Facts that make sense only one after the other, such as the places of a list: where one is left out, so are those behind it.</param>
internal sealed record FactDraft(NarrativeFact Fact, int Weight, string? Series = null)
{
    /// <summary>The same with its days.</summary>
    public FactDraft On(FactDays days) => this with { Fact = Fact with { Days = [days] } };

    /// <summary>The same with its names.</summary>
    public FactDraft Naming(ImmutableArray<FactName> names) => this with { Fact = Fact with { Names = names } };
}
