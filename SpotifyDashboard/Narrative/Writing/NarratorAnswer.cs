namespace SpotifyDashboard.Narrative.Writing;

/// <summary>What a narrator delivered.</summary>
/// <param name="Text">The story, unchecked.</param>
/// <param name="Model">The model that wrote it, as its service names it; null for the template.</param>
/// <param name="TokensIn">Tokens read; null where nobody counted.</param>
/// <param name="TokensOut">Tokens written, thinking included; null where nobody counted.</param>
public sealed record NarratorAnswer(NarrativeText Text, string? Model, int? TokensIn, int? TokensOut);
