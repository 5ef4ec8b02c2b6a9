using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>The closed list of what a story about a listener and a period may say. Whatever is not in it is not true for the story.</summary>
public sealed record NarrativeFacts
{
    /// <summary>Whose.</summary>
    public required int ListenerId { get; init; }

    /// <summary>The period as asked for; it may be open at either end.</summary>
    public required Period Period { get; init; }

    /// <summary>First and last local day that the facts are about, whatever <see cref="Period"/> leaves open.</summary>
    public required FactDays Days { get; init; }

    /// <summary>Whether names of artists, tracks, albums and genres are among them; the names of moods always are.</summary>
    public required bool HasNames { get; init; }

    /// <summary>In the order of <see cref="FactTopic"/>, most telling first; empty where nothing was played.</summary>
    public required ImmutableArray<NarrativeFact> Facts { get; init; }
}
