using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.Keys;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Notices that the key ring was lost: a sealed value that does not open any more means that no token does.</summary>
internal sealed partial class KeyRingCanary(
    IDbContextFactory<DashboardDbContext> contexts,
    InstallationFacts facts,
    KeyRingUpkeep upkeep,
    SecretBox secrets,
    TimeProvider time,
    ILogger<KeyRingCanary> logger)
{
    /// <summary>What the listener is told.</summary>
    public const string LostReason = "The keys that protect the Spotify login were lost from the database, so the stored login can't be read any more.";

    private const string FactName = "key-ring-canary";

    /// <summary>Looks once, at the start; where the keys were lost, every account needs a new login, and nothing else is touched.</summary>
    /// <exception cref="KeyRingException">Keys are there and can't be read: nothing is touched, because the right certificate or a backup opens everything again.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await upkeep.RunAsync(cancellationToken);
        var canary = await facts.FindAtStartAsync(FactName, cancellationToken);
        if (canary is not null && secrets.Open(canary) is not null)
        {
            return;
        }

        if (canary is not null)
        {
            LogLost();
            await SetTokensAsideAsync(cancellationToken);
        }

        await facts.SetAsync(FactName, secrets.Seal("alive"), cancellationToken);
    }

    private async Task SetTokensAsideAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.SpotifyAccounts.Where(account => account.RefreshToken != null).ExecuteUpdateAsync(
            change => change
                .SetProperty(account => account.SetAsideToken, account => account.RefreshToken)
                .SetProperty(account => account.RefreshToken, (string?)null)
                .SetProperty(account => account.AccessToken, (string?)null)
                .SetProperty(account => account.NeedsLoginSince, now)
                .SetProperty(account => account.NeedsLoginReason, LostReason)
                .SetProperty(account => account.UpdatedAt, now),
            cancellationToken);
        await context.LoginAttempts.ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The keys that protect the Spotify login were lost from the database; log in to Spotify again on the page /connect. The history is untouched.")]
    private partial void LogLost();
}
