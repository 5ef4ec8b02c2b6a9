namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>A language model did not write. The message is a sentence for the listener and never holds key, prompt or text.</summary>
public sealed class LanguageModelException(LanguageModelFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public LanguageModelFailure Failure { get; } = failure;

    /// <summary>HTTP status; null where none came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>When to ask again at the earliest (UTC); null where nobody said.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The same, for another caller: an exception that is thrown twice would mix up two traces.</summary>
    internal LanguageModelException Again() => new(Failure, Message, this) { StatusCode = StatusCode, RetryAt = RetryAt };
}
