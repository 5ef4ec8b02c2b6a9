using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Makes accounts: the owner's with the setup code, all others with an invitation. Each is good for one account, however many try at once.</summary>
internal sealed partial class Enrolment(
    IDbContextFactory<DashboardDbContext> contexts,
    ListenerScope scope,
    ListenerDirectory listeners,
    SetupCode setup,
    Admission admission,
    Passwords passwords,
    TimeProvider time,
    ILogger<Enrolment> logger)
{
    /// <summary>What is said where a name is another's.</summary>
    public const string TakenWords = "Somebody here has that name already; choose another to sign in with.";

    /// <summary>What is said where a code opens nothing.</summary>
    public const string NoInvitationWords = "This invitation does not open anything: it was used, withdrawn, is over, or lost a letter on its way.";

    private const string OwnedWords = "This dashboard has its owner already. Sign in, or ask them for an invitation.";
    private const string WrongCodeWords = "That is not the setup code. It stands in the log of the program, printed at its start.";
    private const int LongestName = 100;

    /// <summary>Makes the owner's account. The history that a dashboard in <c>Local</c> mode has collected becomes theirs.</summary>
    /// <exception cref="AccountRefusedException">The code is wrong or was used, or what they say of themselves can't be had.</exception>
    public async Task<Account> SetUpAsync(string? code, NewAccount wanted, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var row = Prepare(wanted, VisitorRole.Owner);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Before the transaction: reading the code may have to write it.
        var isRight = !await context.Accounts.AnyAsync(cancellationToken) && await setup.IsRightAsync(code, cancellationToken);
        await using var transaction = await BeginAsync(context, cancellationToken);
        if (await context.Accounts.AnyAsync(cancellationToken))
        {
            throw new AccountRefusedException(OwnedWords);
        }

        if (!isRight)
        {
            throw new AccountRefusedException(WrongCodeWords);
        }

        var own = await context.Listeners.OrderBy(listener => listener.Id).FirstOrDefaultAsync(listener => !listener.IsDemo, cancellationToken);
        if (own is { AuthorizedAt: null })
        {
            own.DisplayName = row.DisplayName;
        }

        await AddAsync(context, row, own ?? listeners.Create(row.DisplayName, isDemo: false), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await setup.ForgetAsync(CancellationToken.None);
        LogMade(row.Id, VisitorRole.Owner);
        return Account.Of(row);
    }

    /// <summary>Looks whether a code would make the owner's account now, and uses nothing up.</summary>
    /// <exception cref="AccountRefusedException">It is wrong, or there is an owner.</exception>
    public async Task CheckSetupAsync(string? code, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Accounts.AnyAsync(cancellationToken))
        {
            throw new AccountRefusedException(OwnedWords);
        }

        if (!await setup.IsRightAsync(code, cancellationToken))
        {
            throw new AccountRefusedException(WrongCodeWords);
        }
    }

    /// <summary>Makes an account with an invitation, which is used up by it.</summary>
    /// <exception cref="AccountRefusedException">It opens nothing, the door is closed, or what they say of themselves can't be had.</exception>
    public async Task<Account> JoinAsync(string code, NewAccount wanted, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        if (!await admission.IsOpenAsync(cancellationToken))
        {
            throw new AccountRefusedException(Admission.ClosedWords);
        }

        var row = Prepare(wanted, VisitorRole.Guest);
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await BeginAsync(context, cancellationToken);
        var invitation = await Invitations.Open(context, LoginSecrets.Hash(code), now).SingleOrDefaultAsync(cancellationToken)
            ?? throw new AccountRefusedException(NoInvitationWords);
        row.Role = invitation.Role;
        var listener = row.Role == (byte)VisitorRole.Guest
            ? await context.Listeners.SingleAsync(one => one.Id == invitation.ListenerId, cancellationToken)
            : listeners.Create(row.DisplayName, isDemo: false);
        await AddAsync(context, row, listener, cancellationToken);
        (invitation.UsedAt, invitation.UsedBy) = (now, row.Id);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LogMade(row.Id, (VisitorRole)row.Role);
        return Account.Of(row);
    }

    /// <summary>Takes back the owner's account just made whose Spotify account could not be connected; the setup code is good again.</summary>
    public async Task UndoSetUpAsync(Account account, string code, CancellationToken cancellationToken)
    {
        await UndoAsync(account, cancellationToken);
        await setup.KeepAsync(code, cancellationToken);
    }

    /// <summary>Takes back an account just made whose Spotify account could not be connected; its invitation is good again.</summary>
    public async Task UndoAsync(Account account, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Invitations.Where(row => row.UsedBy == account.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.UsedAt, (DateTimeOffset?)null).SetProperty(row => row.UsedBy, (int?)null), cancellationToken);
        await context.Accounts.Where(row => row.Id == account.Id).ExecuteDeleteAsync(cancellationToken);
        await context.Listeners.Where(row => row.Id == account.ListenerId && row.PlaysVersion == 0 && row.AuthorizedAt == null)
            .Where(row => !context.Accounts.Any(other => other.ListenerId == row.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Begins a transaction in which nobody else makes or changes accounts.</summary>
    internal static async Task<IDbContextTransaction> BeginAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            // As SQLite's write lock does, which its transactions take as they begin.
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(20261124)", cancellationToken);
        }

        return transaction;
    }

    private static async Task AddAsync(DashboardDbContext context, AccountRow row, Listener listener, CancellationToken cancellationToken)
    {
        if (row.LoginName is not null && await context.Accounts.AnyAsync(other => other.LoginName == row.LoginName, cancellationToken))
        {
            throw new AccountRefusedException(TakenWords);
        }

        if (listener.Id == 0)
        {
            context.Listeners.Add(listener);
            await context.SaveChangesAsync(cancellationToken);
        }

        row.ListenerId = listener.Id;
        context.Accounts.Add(row);
        await context.SaveChangesAsync(cancellationToken);
    }

    private AccountRow Prepare(NewAccount wanted, VisitorRole role)
    {
        var loginName = wanted.LoginName is null ? null : LoginNames.Normalise(wanted.LoginName);
        var refusal = (loginName, wanted.Password) switch
        {
            (null, null) => null,
            (null, _) => LoginNames.WhyRefused(""),
            _ => LoginNames.WhyRefused(loginName) ?? PasswordRules.WhyRefused(wanted.Password, loginName),
        };
        if (refusal is not null)
        {
            throw new AccountRefusedException(refusal);
        }

        var displayName = wanted.DisplayName.Trim() is { Length: > 0 } told ? told : loginName ?? "Listener";
        return new AccountRow
        {
            LoginName = loginName,
            DisplayName = displayName[..Math.Min(displayName.Length, LongestName)],
            PasswordHash = wanted.Password is { } password ? passwords.Hash(password) : null,
            Role = (byte)role,
            CreatedAt = time.GetUtcNow(),
        };
    }

    [LoggerMessage(LogLevel.Information, "Account {AccountId} was made, as {Role}")]
    private partial void LogMade(int accountId, VisitorRole role);
}
