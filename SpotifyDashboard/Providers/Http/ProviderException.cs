namespace SpotifyDashboard.Providers.Http;

/// <summary>A service outside did not give what was asked for. The message is a sentence for the listener, with what the service said verbatim.</summary>
public sealed class ProviderException(string service, Failure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The service's name, for example <c>spotify</c>.</summary>
    public string Service { get; } = service;

    /// <summary>What it asks of the caller.</summary>
    public Failure Failure { get; } = failure;

    /// <summary>HTTP status; null where no answer came or no call was made.</summary>
    public int? StatusCode { get; init; }

    /// <summary>When to ask again at the earliest (UTC); null where unknown.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>What the listener or operator can do about it; null where nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>The same, for another caller: an exception that is thrown twice would mix up two traces.</summary>
    internal ProviderException Again() => new(Service, Failure, Message, this) { StatusCode = StatusCode, RetryAt = RetryAt, Hint = Hint };
}
