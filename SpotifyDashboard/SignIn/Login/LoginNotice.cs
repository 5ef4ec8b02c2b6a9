using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>What the connect page says of a login that came to nothing.</summary>
/// <param name="Message">The sentence.</param>
/// <param name="Hint">What can be done; null where nothing.</param>
/// <param name="IsFailure">False where it only tells how to go on.</param>
internal sealed record LoginNotice(string Message, string? Hint, bool IsFailure)
{
    /// <summary>The page that shows it to who has signed in, and in <c>Local</c> mode.</summary>
    public const string ConnectPage = "/connect";

    /// <summary>The page that shows it to who has not signed in.</summary>
    public const string SignInPage = "/sign-in";

    private const char Separator = '\n';

    /// <summary>The notice of a failure.</summary>
    public static LoginNotice Of(LoginException exception) => new(exception.Message, exception.Hint, IsFailure: true);

    /// <summary>The address of <paramref name="page"/> with this notice; sealed, so that a foreign link can't put words on the page.</summary>
    public string ToAddress(SecretBox secrets, string page = ConnectPage) =>
        $"{page}?notice={Uri.EscapeDataString(secrets.Seal(string.Join(Separator, IsFailure ? "failure" : "next", Message.ReplaceLineEndings(" "), Hint)))}";

    /// <summary>Reads the notice out of the connect page's address; null where it is none of ours.</summary>
    public static LoginNotice? Read(string? text, SecretBox secrets) =>
        text is not null && secrets.Open(text)?.Split(Separator) is [var kind, var message, var hint]
            ? new LoginNotice(message, hint.Length == 0 ? null : hint, kind == "failure")
            : null;
}
