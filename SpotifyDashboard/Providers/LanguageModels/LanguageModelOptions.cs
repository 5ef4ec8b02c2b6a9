using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Which language model writes: section <c>Narrative</c>. Without a key none is asked.</summary>
public sealed class LanguageModelOptions
{
    public const string SectionName = "Narrative";

    /// <summary>Address of any OpenAI-compatible service, below which <c>chat/completions</c> lies; may carry a path prefix.</summary>
    public string Endpoint { get; set; } = "https://generativelanguage.googleapis.com/v1beta/openai";

    /// <summary>The model's id, as its service names it.</summary>
    public string Model { get; set; } = "gemini-3.5-flash-lite";

    /// <summary>The service's key (<c>GEMINI_API_KEY</c>); a local server that asks for none takes any word.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary><c>minimal</c>, <c>low</c>, <c>medium</c> or <c>high</c>, for a model that knows it; empty: the model's own, and nothing is sent.</summary>
    public string ReasoningEffort { get; set; } = "";

    /// <summary>Calls a day for each listener.</summary>
    public int CallsPerDay { get; set; } = 20;

    /// <summary>Whether there is a model to ask.</summary>
    public bool HasKey => ApiKey.Length > 0;

    /// <summary>Whether <see cref="ReasoningEffort"/> is one that services know.</summary>
    internal bool HasKnownEffort => ReasoningEffort is "" or "minimal" or "low" or "medium" or "high";

    /// <summary>Whether the key can stand in a header.</summary>
    internal bool HasSendableKey => ApiKey.All(static c => c is > ' ' and < '\x7f');

    /// <summary>How people call who is behind it.</summary>
    internal string ShownName => Model.StartsWith("gemini", StringComparison.OrdinalIgnoreCase) ? "Gemini" : "The language model";

    /// <summary>Whether calls can be made to <see cref="Endpoint"/>.</summary>
    internal bool HasUsableEndpoint => ServiceAddress.IsUsable(Endpoint);
}
