using SpotifyDashboard.SignIn.Login;

namespace SpotifyDashboard.SignIn.Connect;

/// <summary>Says why a login begun at this address of the dashboard would not come back to it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="OpenInstead">The address to open instead; null where something must be set first.</param>
internal sealed record AddressAdvice(string Text, string? OpenInstead)
{
    /// <summary>Compares where the browser is with where Spotify will send it; null where the way back is clear.</summary>
    /// <param name="browser">The dashboard's address as the browser knows it.</param>
    /// <param name="redirect">Where Spotify sends the browser to.</param>
    public static AddressAdvice? Of(Uri browser, RedirectAddress redirect)
    {
        ArgumentNullException.ThrowIfNull(browser);
        ArgumentNullException.ThrowIfNull(redirect);
        var here = browser.GetLeftPart(UriPartial.Authority);
        if (here == redirect.Origin || !Uri.TryCreate(redirect.Origin, UriKind.Absolute, out var there))
        {
            return null;
        }

        if (!redirect.IsLoopback || !browser.IsLoopback)
        {
            return new AddressAdvice(
                $"You opened the dashboard at {here}, but Spotify will send your browser to {redirect.Origin}. If the dashboard answers there, open it there; if not, paste the address you are sent to in the field below.",
                $"{redirect.Origin}/connect");
        }

        return browser.Port == there.Port
            ? new AddressAdvice(
                $"You opened the dashboard as {browser.Host}, but Spotify will send your browser to {there.Host}, and cookies do not cross from one name to the other.",
                $"{redirect.Origin}/connect")
            : new AddressAdvice(
                $"The dashboard answers on port {browser.Port}, but the redirect address says port {there.Port}, where nothing will answer. Set Spotify:RedirectUri (SPOTIFY_REDIRECT_URI) to http://127.0.0.1:{browser.Port}{redirect.Path} and enter the same at Spotify, or paste the address you are sent to in the field below.",
                OpenInstead: null);
    }
}
