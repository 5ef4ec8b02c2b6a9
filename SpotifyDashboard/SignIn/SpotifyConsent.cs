using SpotifyDashboard.SignIn.Tokens;

namespace SpotifyDashboard.SignIn;

/// <summary>Says what a listener has consented to at Spotify, and where the browser goes to consent to more.</summary>
public sealed class SpotifyConsent
{
    private readonly GrantedScopes _granted;

    internal SpotifyConsent(GrantedScopes granted) => _granted = granted;

    /// <summary>The dashboard's own address that asks for <paramref name="scope"/> besides all that was granted, and comes back.</summary>
    /// <param name="scope">One of Spotify's scopes that the dashboard knows.</param>
    /// <param name="back">The page to come back to, as an address of the dashboard that begins with a slash.</param>
    public static string AddressFor(string scope, string back) => $"/connect/login?scope={Uri.EscapeDataString(scope)}&back={Uri.EscapeDataString(back)}";

    /// <summary>Whether a connected listener consented to <paramref name="scope"/>, as far as is stored.</summary>
    public Task<bool> HasAsync(int listenerId, string scope, CancellationToken cancellationToken) => _granted.HasAsync(listenerId, scope, cancellationToken);

    /// <summary>Forgets that a listener consented to <paramref name="scope"/>, because Spotify said otherwise: it is asked for again.</summary>
    public Task LoseAsync(int listenerId, string scope, CancellationToken cancellationToken) => _granted.LoseAsync(listenerId, scope, cancellationToken);
}
