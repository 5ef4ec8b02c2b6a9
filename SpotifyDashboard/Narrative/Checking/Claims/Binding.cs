using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Whose number a number is, by where it stands.</summary>
/// <param name="Owners">Entities that it may belong to; empty where no name stands near.</param>
/// <param name="MayBeWhole">Whether it may be about the listening as a whole.</param>
/// <param name="Group">Entities of a list that share one number; empty where there is none.</param>
internal sealed record Binding(ImmutableArray<int> Owners, bool MayBeWhole, ImmutableArray<int> Group);
