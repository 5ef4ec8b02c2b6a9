using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>As which app the dashboard logs in: a listener's own where they brought one, else the installation's, which stands in the settings or was entered on the page.</summary>
internal sealed class SpotifyApps(
    IOptions<SpotifyOptions> options,
    InstallationFacts facts,
    SecretBox secrets,
    IDbContextFactory<DashboardDbContext> contexts,
    ListenerScope scope,
    TimeProvider time)
{
    private const string ClientIdFact = "spotify:client-id";
    private const string ClientSecretFact = "spotify:client-secret";
    private const int LongestText = 200;

    /// <summary>Whether the settings name the app; then the page can't change it.</summary>
    public bool IsFromSettings => options.Value.ClientId.Length > 0;

    /// <summary>The app of whoever looks, the installation's where nobody does; null while none is known.</summary>
    public Task<SpotifyApp?> FindAsync(CancellationToken cancellationToken) =>
        scope.ListenerId is { } visible ? FindForAsync(visible, cancellationToken) : FindSharedAsync(cancellationToken);

    /// <summary>The app of a listener: their own, else the installation's; null while neither is known.</summary>
    public async Task<SpotifyApp?> FindForAsync(int listenerId, CancellationToken cancellationToken) =>
        await FindOwnAsync(listenerId, cancellationToken) ?? await FindSharedAsync(cancellationToken);

    /// <summary>The app that a listener brought, or null.</summary>
    public async Task<SpotifyApp?> FindOwnAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SpotifyApps.AsNoTracking().SingleOrDefaultAsync(app => app.ListenerId == listenerId, cancellationToken) is { } row
            ? new SpotifyApp(row.ClientId, row.ClientSecret is null ? null : secrets.Open(row.ClientSecret)) { ListenerId = listenerId }
            : null;
    }

    /// <summary>The installation's app, or null while none is known.</summary>
    public async Task<SpotifyApp?> FindSharedAsync(CancellationToken cancellationToken)
    {
        if (IsFromSettings)
        {
            return new SpotifyApp(options.Value.ClientId, options.Value.ClientSecret is { Length: > 0 } told ? told : null);
        }

        if (await facts.FindAsync(ClientIdFact, cancellationToken) is not { } clientId)
        {
            return null;
        }

        // A secret that no longer opens is as good as none: PKCE carries the login alone.
        var secret = await facts.FindAsync(ClientSecretFact, cancellationToken);
        return new SpotifyApp(clientId, secret is null ? null : secrets.Open(secret));
    }

    /// <summary>Remembers the installation's app, as entered on the page.</summary>
    /// <param name="clientId">As copied from Spotify's developer site.</param>
    /// <param name="clientSecret">Empty: PKCE alone.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>What is wrong with the text, in a sentence; null where it was stored.</returns>
    public async Task<string?> SaveAsync(string clientId, string clientSecret, CancellationToken cancellationToken)
    {
        if (IsFromSettings)
        {
            return "The client id is set by Spotify:ClientId; change it there.";
        }

        var (id, secret) = (clientId.Trim(), clientSecret.Trim());
        if (WhyRefused(id, secret) is { } reason)
        {
            return reason;
        }

        await facts.SetAsync(ClientSecretFact, secret.Length == 0 ? null : secrets.Seal(secret), cancellationToken);
        await facts.SetAsync(ClientIdFact, id, cancellationToken);
        return null;
    }

    /// <summary>Remembers a listener's own app. Tokens belong to the app they were given to, so a connected listener has to log in again.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="clientId">As copied from Spotify's developer site.</param>
    /// <param name="clientSecret">Empty: PKCE alone.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>What is wrong with the text, in a sentence; null where it was stored.</returns>
    public async Task<string?> SaveOwnAsync(int listenerId, string clientId, string clientSecret, CancellationToken cancellationToken)
    {
        var (id, secret) = (clientId.Trim(), clientSecret.Trim());
        if (WhyRefused(id, secret) is { } reason)
        {
            return reason;
        }

        if ((await FindSharedAsync(cancellationToken))?.ClientId == id)
        {
            return "That is the client id this dashboard uses anyway. Make an app of your own at Spotify's developer site, or leave it as it is.";
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.SpotifyApps.SingleOrDefaultAsync(app => app.ListenerId == listenerId, cancellationToken)
            ?? context.SpotifyApps.Add(new SpotifyAppRow { ListenerId = listenerId, ClientId = id }).Entity;
        (row.ClientId, row.ClientSecret, row.StoredAt) = (id, secret.Length == 0 ? null : secrets.Seal(secret), time.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Forgets a listener's own app: from now on they log in with the installation's.</summary>
    public async Task RemoveOwnAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.SpotifyApps.Where(app => app.ListenerId == listenerId).ExecuteDeleteAsync(cancellationToken);
    }

    private static string? WhyRefused(string id, string secret) =>
        IsPlausible(id) && (secret.Length == 0 || IsPlausible(secret)) ? null
        : id.Length == 0 ? "Paste the client id of your app."
        : "That is no client id or secret: both are letters and digits without blanks, usually 32 of them.";

    private static bool IsPlausible(string text) => text.Length is > 0 and <= LongestText && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
