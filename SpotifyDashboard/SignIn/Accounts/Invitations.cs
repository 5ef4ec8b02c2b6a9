using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Makes, lists and withdraws invitations. Of a code only its hash is stored.</summary>
internal sealed class Invitations(IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, TimeProvider time)
{
    /// <summary>How many days one lasts at most.</summary>
    public const int MostDays = 30;

    private const int LongestNote = 100;
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(90);

    /// <summary>Makes an invitation. Owners invite anybody, listeners guests of their own.</summary>
    /// <param name="inviter">Who invites.</param>
    /// <param name="role">What the one invited may do.</param>
    /// <param name="days">How many days it lasts, 1 to <see cref="MostDays"/>.</param>
    /// <param name="note">Whom it is for; null for nothing.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <exception cref="AccountRefusedException">They may not invite in that role.</exception>
    public async Task<NewInvitation> CreateAsync(Visitor inviter, VisitorRole role, int days, string? note, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MostDays);
        if (!inviter.MayChange || (role != VisitorRole.Guest && !inviter.IsOwner))
        {
            throw new AccountRefusedException(inviter.MayChange ? "Only an owner invites listeners and owners; you may invite guests." : "Guests invite nobody.");
        }

        using var house = scope.EnterHouse();
        var (code, now) = (LoginSecrets.Create(), time.GetUtcNow());
        var row = new InvitationRow
        {
            CodeHash = LoginSecrets.Hash(code),
            Role = (byte)role,
            ListenerId = inviter.ListenerId,
            CreatedBy = inviter.AccountId,
            Note = note?.Trim() is { Length: > 0 } told ? told[..Math.Min(told.Length, LongestNote)] : null,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var forgotten = now - s_remembered;
        await context.Invitations.Where(one => one.ExpiresAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        context.Invitations.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return new NewInvitation(Told(row), code);
    }

    /// <summary>The invitations that <paramref name="visitor"/> may withdraw, newest first: an owner all, others their own.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Theirs(context, visitor).AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Told)];
    }

    /// <summary>Withdraws one at once.</summary>
    /// <returns>False where the visitor has no such invitation.</returns>
    public async Task<bool> RevokeAsync(Visitor visitor, int id, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var theirs = Theirs(context, visitor).Where(row => row.Id == id);
        await theirs.Where(row => row.RevokedAt == null).ExecuteUpdateAsync(change => change.SetProperty(row => row.RevokedAt, now), cancellationToken);
        return await theirs.AnyAsync(cancellationToken);
    }

    /// <summary>The invitation that a code opens now; null where there is none, or it was taken, withdrawn or is over.</summary>
    public async Task<Invitation?> FindAsync(string code, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(context, LoginSecrets.Hash(code), time.GetUtcNow()).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } row ? Told(row) : null;
    }

    /// <summary>The row that a code opens at a moment.</summary>
    internal static IQueryable<InvitationRow> Open(DashboardDbContext context, string codeHash, DateTimeOffset now) =>
        context.Invitations.Where(row => row.CodeHash == codeHash && row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > now);

    private static IQueryable<InvitationRow> Theirs(DashboardDbContext context, Visitor visitor) =>
        visitor.IsOwner ? context.Invitations : context.Invitations.Where(row => row.CreatedBy == visitor.AccountId);

    private static Invitation Told(InvitationRow row) =>
        new(row.Id, (VisitorRole)row.Role, row.ListenerId, row.Note, row.CreatedAt, row.ExpiresAt, row.UsedAt, row.RevokedAt);
}
