namespace SpotifyDashboard.SignIn.Login;

/// <summary>Where Spotify may send the browser back to (contracts, 1.2): judged here, because Spotify only says that it is wrong.</summary>
/// <param name="Text">The address exactly as configured: Spotify compares it letter by letter.</param>
/// <param name="Refused">Why it can't work, in one sentence; null where it can.</param>
/// <param name="Warning">What may go wrong with it all the same; null where nothing.</param>
internal sealed record RedirectAddress(string Text, string? Refused, string? Warning)
{
    private const string UseLoopback = "use http://127.0.0.1 with the port and a path, such as http://127.0.0.1:5080/callback";

    /// <summary>Whether the browser that comes back there must be on the machine that answers.</summary>
    public bool IsLoopback { get; private init; }

    /// <summary>The path with its leading slash.</summary>
    public string Path { get; private init; } = "/callback";

    /// <summary>Scheme, host and port, as in <c>http://127.0.0.1:5080</c>.</summary>
    public string Origin { get; private init; } = "";

    /// <summary>Judges <paramref name="text"/>.</summary>
    public static RedirectAddress Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || text.Any(char.IsWhiteSpace) || address.Host.Length == 0)
        {
            return Bad(text, $"it is no whole address; {UseLoopback}.");
        }

        if (WhyRefused(text, address) is { } reason)
        {
            return Bad(text, reason);
        }

        var isLoopback = address.IsLoopback;
        var warning = isLoopback && address.AbsolutePath.Contains('-', StringComparison.Ordinal)
            ? "Spotify has refused loopback addresses with a hyphen in the path; a plain path such as /callback is safer."
            : null;
        return new RedirectAddress(text, Refused: null, warning)
        {
            IsLoopback = isLoopback,
            Path = address.AbsolutePath,
            Origin = address.GetLeftPart(UriPartial.Authority),
        };
    }

    private static string? WhyRefused(string text, Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
        {
            return $"it must begin with https://, or with http://127.0.0.1 on this machine; {UseLoopback}.";
        }

        if (address.Host.TrimEnd('.') is "localhost" || address.Host.EndsWith(".localhost", StringComparison.Ordinal))
        {
            return $"Spotify refuses the name localhost; {UseLoopback}.";
        }

        if (address.Scheme == Uri.UriSchemeHttp && !IsLoopbackLiteral(text))
        {
            return $"Spotify refuses plain http for everything but 127.0.0.1 and [::1]; put https in front of '{address.Host}', or {UseLoopback} and paste the address you were sent to.";
        }

        return WhyRefused(address);
    }

    private static string? WhyRefused(Uri address)
    {
        if (address.UserInfo.Length > 0)
        {
            return "it may not hold a user name or password.";
        }

        if (address.Fragment.Length > 0)
        {
            return "it may not hold a fragment (the part after #): browsers never send that.";
        }

        return address.AbsolutePath == "/" ? "it needs a path, such as /callback." : null;
    }

    /// <summary>By the letters, not by what they mean: http://2130706433/ is the same machine to a browser, but not to Spotify.</summary>
    private static bool IsLoopbackLiteral(string text)
    {
        var rest = text["http://".Length..];
        return Array.Exists(["127.0.0.1", "[::1]"], host =>
            rest.StartsWith(host, StringComparison.Ordinal) && (rest.Length == host.Length || rest[host.Length] is ':' or '/' or '?' or '#'));
    }

    private static RedirectAddress Bad(string text, string reason) => new(text, reason, Warning: null);
}
