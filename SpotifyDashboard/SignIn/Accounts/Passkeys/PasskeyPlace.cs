namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>Whether passkeys can be had where the dashboard is reached: a browser binds them to a domain, and makes them under HTTPS or on its own machine alone.</summary>
internal static class PasskeyPlace
{
    /// <summary>What is said where they can't.</summary>
    public const string Words = "Passkeys need an HTTPS address with a domain name: browsers make none for a number or an unencrypted page.";

    private const string OwnMachine = "localhost";

    /// <summary>Whether this request came to an address with passkeys.</summary>
    public static bool Allows(HttpRequest request) => Allows(request.Scheme, request.Host.Host);

    /// <summary>Whether this address has passkeys.</summary>
    public static bool Allows(Uri address) => Allows(address.Scheme, address.Host);

    private static bool Allows(string scheme, string host) =>
        Uri.CheckHostName(host) == UriHostNameType.Dns
        && (scheme == Uri.UriSchemeHttps || string.Equals(host, OwnMachine, StringComparison.OrdinalIgnoreCase));
}
