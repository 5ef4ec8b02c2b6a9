using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Login;

/// <summary>The logins under way: in the database, so that any process may complete them; the state only as a hash, the verifier encrypted.</summary>
internal sealed partial class LoginAttempts(IDbContextFactory<DashboardDbContext> contexts, SecretBox secrets, TimeProvider time, ILogger<LoginAttempts> logger)
{
    /// <summary>How long a login may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Remembers a login, and forgets those that took too long.</summary>
    /// <param name="attempt">The login.</param>
    /// <param name="browser">The cookie that binds it to a browser; null where a command begins it.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task AddAsync(LoginAttempt attempt, string? browser, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.LoginAttempts.Where(row => row.CreatedAt <= now - Patience).ExecuteDeleteAsync(cancellationToken);
        context.LoginAttempts.Add(new LoginAttemptRow
        {
            StateHash = LoginSecrets.Hash(attempt.State),
            BrowserHash = browser is null ? null : LoginSecrets.Hash(browser),
            Verifier = secrets.Seal(attempt.Verifier ?? ""),
            RedirectUri = attempt.RedirectUri,
            Scopes = attempt.Scopes,
            IsHandedOver = attempt.IsHandedOver,
            Purpose = attempt.Purpose is { } purpose ? secrets.Seal(purpose.ToText()) : null,
            CreatedAt = now,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The login with this state, if this browser may complete it.</summary>
    /// <exception cref="LoginException">There is none, it took too long, or another browser began it.</exception>
    public async Task<LoginAttempt> FindAsync(string state, string? browser, CancellationToken cancellationToken)
    {
        var (hash, oldest) = (LoginSecrets.Hash(state), time.GetUtcNow() - Patience);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.LoginAttempts.AsNoTracking().SingleOrDefaultAsync(r => r.StateHash == hash && r.CreatedAt > oldest, cancellationToken)
            ?? throw Unknown();
        return row.BrowserHash is null || (browser is not null && row.BrowserHash == LoginSecrets.Hash(browser))
            ? new LoginAttempt(state, secrets.Open(row.Verifier), row.RedirectUri, row.Scopes, row.IsHandedOver, PurposeOf(row))
            : throw OtherBrowser();
    }

    /// <summary>Uses the login up: of several who try, in however many processes, one succeeds.</summary>
    /// <exception cref="LoginException">It was used already.</exception>
    public async Task UseAsync(LoginAttempt attempt, CancellationToken cancellationToken)
    {
        var hash = LoginSecrets.Hash(attempt.State);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.LoginAttempts.Where(row => row.StateHash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            throw Unknown();
        }
    }

    /// <summary>Leaves the code for the command that began the login.</summary>
    public async Task HandOverAsync(LoginAttempt attempt, string code, CancellationToken cancellationToken)
    {
        var (hash, sealedCode) = (LoginSecrets.Hash(attempt.State), secrets.Seal(code));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.LoginAttempts.Where(row => row.StateHash == hash && row.Code == null)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Code, sealedCode), cancellationToken);
    }

    /// <summary>Where a command's login stands: whether it still waits, and the code left for it.</summary>
    public async Task<(bool Waits, string? Code)> LookAsync(string state, CancellationToken cancellationToken)
    {
        var hash = LoginSecrets.Hash(state);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.LoginAttempts.AsNoTracking().SingleOrDefaultAsync(r => r.StateHash == hash, cancellationToken);
        return (row is not null, row?.Code is { } code ? secrets.Open(code) : null);
    }

    private LoginPurpose? PurposeOf(LoginAttemptRow row) => row.Purpose is { } told ? LoginPurpose.Read(secrets.Open(told)) : null;

    private LoginException Unknown()
    {
        LogUnknown();
        return new LoginException(LoginFailure.UnknownState, "This login was not begun here, has been used already, or took longer than ten minutes.", "Begin it again.");
    }

    private LoginException OtherBrowser()
    {
        LogOtherBrowser();
        return new LoginException(LoginFailure.OtherBrowser, "This login was begun in another browser.", "Begin it again here.");
    }

    [LoggerMessage(LogLevel.Warning, "Somebody came back from Spotify with a login that is not under way: forged, used before, or over")]
    private partial void LogUnknown();

    [LoggerMessage(LogLevel.Warning, "Somebody came back from Spotify with a login that another browser began")]
    private partial void LogOtherBrowser();
}
