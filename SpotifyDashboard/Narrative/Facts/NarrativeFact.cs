using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>One thing that a story may say, with where it is shown.</summary>
public sealed record NarrativeFact
{
    /// <summary>Short and stable within a list of facts, for example <c>plays</c> or <c>artist-1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public required FactTopic Topic { get; init; }

    /// <summary>The fact as one English sentence that holds every figure, name and day of it, rounded as it may be said: "You played 1,204 tracks."</summary>
    public required string Text { get; init; }

    /// <summary>The first of <see cref="Figures"/>; null where the fact has no number.</summary>
    public double? Value => Figures.IsDefaultOrEmpty ? null : Figures[0].Value;

    /// <summary>What <see cref="Value"/> counts.</summary>
    public FactUnit Unit => Figures.IsDefaultOrEmpty ? FactUnit.None : Figures[0].Unit;

    /// <summary>Every number of the fact, the one it is about first.</summary>
    [JsonIgnore]
    public ImmutableArray<FactFigure> Figures { get; init; } = [];

    /// <summary>Every name of the fact, the one it is about first; empty where names are left out.</summary>
    [JsonIgnore]
    public ImmutableArray<FactName> Names { get; init; } = [];

    /// <summary>Every day or stretch of days of the fact.</summary>
    [JsonIgnore]
    public ImmutableArray<FactDays> Days { get; init; } = [];

    /// <summary>The page that shows it, with the period: path and query of this dashboard.</summary>
    public required string Href { get; init; }
}
