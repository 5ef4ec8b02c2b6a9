using System.Text;
using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Puts an answer together from its parts: OpenAI's stream or document, or Gemini's native shape.</summary>
internal sealed class AnswerFold
{
    private readonly StringBuilder _text = new();

    /// <summary>The model's text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether anything of a model was in it.</summary>
    public bool HasChoice { get; private set; }

    /// <summary>Whether it was an answer of such a service at all, be it an empty one.</summary>
    public bool IsAnswer { get; private set; }

    /// <summary>Whether the service says that it would not.</summary>
    public bool IsBlocked { get; private set; }

    /// <summary>Why the model stopped, in capitals; null where it is not said.</summary>
    public string? FinishReason { get; private set; }

    /// <summary>An error in place of an answer, as JSON.</summary>
    public string? Error { get; private set; }

    public string? Model { get; private set; }

    public int? TokensIn { get; private set; }

    public int? TokensOut { get; private set; }

    /// <summary>Takes a part in.</summary>
    /// <returns>The text that it adds.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public string Add(string json)
    {
        using var document = JsonDocument.Parse(json);
        var before = _text.Length;
        foreach (var part in document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : new[] { document.RootElement })
        {
            Add(part);
        }

        return _text.ToString(before, _text.Length - before);
    }

    private void Add(JsonElement part)
    {
        if (part.Member("error") is not null)
        {
            Error = part.GetRawText();
            return;
        }

        Model = part.TextOf("model") ?? part.TextOf("modelVersion") ?? Model;
        AddUsage(part);
        IsBlocked |= part.Member("promptFeedback")?.TextOf("blockReason") is not null;
        IsAnswer |= IsBlocked || part.Member("choices") is not null || part.Member("candidates") is not null || part.Member("usage") is not null || part.Member("usageMetadata") is not null;
        foreach (var choice in part.ObjectsOf("choices").Concat(part.ObjectsOf("candidates")).Where(static choice => choice.IntegerOf("index") is null or 0))
        {
            HasChoice = true;
            FinishReason = (choice.TextOf("finish_reason") ?? choice.TextOf("finishReason"))?.ToUpperInvariant() ?? FinishReason;
            AddMessage(choice.Member("delta") ?? choice.Member("message") ?? choice.Member("content"));
        }
    }

    private void AddMessage(JsonElement? message)
    {
        if (message is not { } said)
        {
            return;
        }

        IsBlocked |= said.TextOf("refusal") is { Length: > 0 };
        _text.Append(said.TextOf("content"));
        foreach (var piece in said.ObjectsOf("content").Concat(said.ObjectsOf("parts")).Where(static piece => piece.FlagOf("thought") != true))
        {
            _text.Append(piece.TextOf("text"));
        }
    }

    private void AddUsage(JsonElement part)
    {
        if (part.Member("usage") is { } usage)
        {
            TokensIn = usage.IntegerOf("prompt_tokens") ?? TokensIn;
            var written = usage.IntegerOf("completion_tokens");

            // Gemini leaves thinking out of the completion, not out of the total.
            TokensOut = usage.IntegerOf("total_tokens") - TokensIn is { } rest && rest > (written ?? 0) ? rest : written ?? TokensOut;
        }

        if (part.Member("usageMetadata") is { } native)
        {
            TokensIn = native.IntegerOf("promptTokenCount") ?? TokensIn;
            TokensOut = native.IntegerOf("candidatesTokenCount") + (native.IntegerOf("thoughtsTokenCount") ?? 0) ?? TokensOut;
        }
    }
}
