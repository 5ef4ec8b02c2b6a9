using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>A login came to nothing; the message is a sentence for the listener, with what Spotify said verbatim.</summary>
internal sealed class LoginException(LoginFailure failure, string message, string? hint = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>What kind of failure.</summary>
    public LoginFailure Failure { get; } = failure;

    /// <summary>What can be done about it; null where nothing.</summary>
    public string? Hint { get; } = hint;

    /// <summary>When another try makes sense (UTC); null where unknown.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The failure of a call to Spotify, as the failure of a login.</summary>
    public static LoginException Of(ProviderException exception)
    {
        var isPassing = exception.Failure is Providers.Http.Failure.Retry or Providers.Http.Failure.WaitUntil;
        return new LoginException(isPassing ? LoginFailure.Unavailable : LoginFailure.Refused, exception.Message, exception.Hint, exception) { RetryAt = exception.RetryAt };
    }
}
