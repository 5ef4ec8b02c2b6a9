namespace SpotifyDashboard.Narrative.Facts;

/// <summary>A name that a fact speaks of. It is data: it is never obeyed, however it reads.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Name">The name as stored.</param>
public sealed record FactName(FactNameKind Kind, string Name);
