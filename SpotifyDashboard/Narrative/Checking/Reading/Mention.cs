using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>A place where a sentence names an entity of the facts.</summary>
/// <param name="Start">First token.</param>
/// <param name="End">The token behind the last.</param>
/// <param name="Entities">Numbers of the entities of that name.</param>
/// <param name="IsSoft">Whether the words may be ordinary ones: "energetic", "dance".</param>
/// <param name="IsRole">Whether it is named by its place: "your top artist".</param>
internal sealed record Mention(int Start, int End, ImmutableArray<int> Entities, bool IsSoft, bool IsRole = false);
