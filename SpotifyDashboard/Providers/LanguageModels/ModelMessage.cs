namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>One turn of what a model is told.</summary>
/// <param name="Role">Who speaks, as services name it.</param>
/// <param name="Text">What.</param>
public sealed record ModelMessage(string Role, string Text)
{
    /// <summary>Rules.</summary>
    public static ModelMessage System(string text) => new("system", text);

    /// <summary>What is asked. The last message must be one: some services refuse a model's turn at the end.</summary>
    public static ModelMessage User(string text) => new("user", text);

    /// <summary>What the model wrote before.</summary>
    public static ModelMessage Assistant(string text) => new("assistant", text);
}
