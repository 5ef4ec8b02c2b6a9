using System.Collections.Immutable;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>What a model is asked for.</summary>
/// <param name="Messages">Rules and question; the last is the user's.</param>
/// <param name="SchemaName">A word for the form of the answer.</param>
/// <param name="Schema">The JSON schema that the answer must fit. Services do not all hold to it.</param>
public sealed record ModelRequest(ImmutableArray<ModelMessage> Messages, string SchemaName, string Schema)
{
    /// <summary>Tokens the model may write, thinking included; fewer than 2,048 may be used up by thinking alone.</summary>
    public int MostTokens { get; init; } = 2048;
}
