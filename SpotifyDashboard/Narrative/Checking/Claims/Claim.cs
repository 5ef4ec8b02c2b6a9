using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Something that a sentence claims and a fact must bear.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first token.</param>
/// <param name="End">The token behind its last.</param>
internal sealed record Claim(ClaimKind Kind, int Start, int End)
{
    /// <summary>Amount: what it may be, in each unit it may mean.</summary>
    public ImmutableArray<AmountRange> Ranges { get; init; } = [];

    /// <summary>Amount: whether it says its unit.</summary>
    public bool HasUnit { get; init; }

    /// <summary>The number said, day of the month, place, month, year, weekday, minute of the day or factor.</summary>
    public double Value { get; init; }

    /// <summary>Amount and direction: 1 more than before, -1 less, 0 not a change.</summary>
    public int Sign { get; init; }

    /// <summary>Amount: days over which it is spread; 0 where it is a whole.</summary>
    public double PerDays { get; init; }

    /// <summary>What it is about besides.</summary>
    public Facet Facets { get; init; }

    /// <summary>Day: the days it may mean, where it is written in digits.</summary>
    public ImmutableArray<DateOnly> Days { get; init; } = [];

    /// <summary>Day: its month; null where only the day is said.</summary>
    public int? Month { get; init; }

    /// <summary>Day and month: the year said with it.</summary>
    public int? Year { get; init; }

    /// <summary>Rank: what stands in the list; null where it is left open.</summary>
    public FactNameKind? Role { get; init; }

    /// <summary>Name: the entities of that name; credit: track first, then artist.</summary>
    public ImmutableArray<int> Entities { get; init; } = [];
}
