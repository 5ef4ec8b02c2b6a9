namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>What a model wrote.</summary>
/// <param name="Text">Its text as it came: it should be JSON of the schema, and may be anything.</param>
/// <param name="Model">The model as the service names it; the one asked for where it does not.</param>
/// <param name="TokensIn">Tokens read; null where the service does not count.</param>
/// <param name="TokensOut">Tokens written, thinking included; null where the service does not count.</param>
public sealed record ModelAnswer(string Text, string Model, int? TokensIn, int? TokensOut);
