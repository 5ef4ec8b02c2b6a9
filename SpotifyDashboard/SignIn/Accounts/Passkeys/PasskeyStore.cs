using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Session;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>The passkeys of accounts: the public halves, found, listed, added and removed.</summary>
internal sealed class PasskeyStore(IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, TimeProvider time)
{
    private const int Most = 20;
    private const int LongestName = 100;

    /// <summary>The passkeys of an account, newest first.</summary>
    public async Task<IReadOnlyList<Passkey>> ListAsync(int accountId, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(row => row.AccountId == accountId, cancellationToken)).Select(Passkey.Of)];

    /// <summary>The keys of an account, as the framework reads them.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> ListKeysAsync(int accountId, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(row => row.AccountId == accountId, cancellationToken)).Select(KeyOf)];

    /// <summary>The key that an authenticator calls so, and whose it is; null where nobody has it.</summary>
    public async Task<(int AccountId, UserPasskeyInfo Key)?> FindAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        return (await ReadAsync(row => row.CredentialId == id, cancellationToken)) is [var row] ? (row.AccountId, KeyOf(row)) : null;
    }

    /// <summary>Adds a passkey to the visitor's account.</summary>
    /// <exception cref="AccountRefusedException">It is known here already, or they have as many as anybody may.</exception>
    public async Task<Passkey> AddAsync(Visitor visitor, string name, UserPasskeyInfo key, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var row = new PasskeyRow
        {
            CredentialId = Base64Url.EncodeToString(key.CredentialId),
            AccountId = visitor.AccountId,
            ListenerId = visitor.ListenerId,
            Name = name[..Math.Min(name.Length, LongestName)],
            PublicKey = key.PublicKey,
            AttestationObject = key.AttestationObject,
            ClientDataJson = key.ClientDataJson,
            Transports = string.Join(' ', key.Transports ?? []),
            IsUserVerified = key.IsUserVerified,
            IsBackupEligible = key.IsBackupEligible,
            IsBackedUp = key.IsBackedUp,
            SignCount = key.SignCount,
            CreatedAt = time.GetUtcNow(),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await Enrolment.BeginAsync(context, cancellationToken);
        if (await context.Passkeys.CountAsync(other => other.AccountId == visitor.AccountId, cancellationToken) >= Most)
        {
            throw new AccountRefusedException($"You have {Most} passkeys; remove one first.");
        }

        if (await context.Passkeys.AnyAsync(other => other.CredentialId == row.CredentialId, cancellationToken))
        {
            throw new AccountRefusedException("This passkey is known here already.");
        }

        context.Passkeys.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Passkey.Of(row);
    }

    /// <summary>Notes that somebody signs in with a key, once per challenge: one given before the last use opens nothing, so neither does an answer sent twice.</summary>
    /// <param name="key">The key, with what the authenticator says of itself now.</param>
    /// <param name="issuedAt">When the challenge was given (UTC).</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>Whether it lets in; of several at once with one challenge, one does.</returns>
    public async Task<bool> UseAsync(UserPasskeyInfo key, DateTimeOffset issuedAt, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var (id, count, now) = (Base64Url.EncodeToString(key.CredentialId), (long)key.SignCount, time.GetUtcNow());

        // Another process' clock may have been ahead.
        var usedAt = now < issuedAt ? issuedAt : now;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Passkeys
            .Where(row => row.CredentialId == id && (row.LastUsedAt == null || row.LastUsedAt < issuedAt) && (row.SignCount < count || row.SignCount == 0))
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(row => row.LastUsedAt, usedAt)
                    .SetProperty(row => row.SignCount, count)
                    .SetProperty(row => row.IsBackedUp, key.IsBackedUp)
                    .SetProperty(row => row.IsUserVerified, key.IsUserVerified),
                cancellationToken) == 1;
    }

    /// <summary>Removes a passkey of an account: nobody signs in with it any more.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(int accountId, int id, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Passkeys.Where(row => row.AccountId == accountId && row.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private async Task<List<PasskeyRow>> ReadAsync(System.Linq.Expressions.Expression<Func<PasskeyRow, bool>> which, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Passkeys.AsNoTracking().Where(which).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
    }

    private static UserPasskeyInfo KeyOf(PasskeyRow row) => new(
        Base64Url.DecodeFromChars(row.CredentialId),
        row.PublicKey,
        row.CreatedAt,
        (uint)row.SignCount,
        row.Transports.Length == 0 ? null : row.Transports.Split(' '),
        row.IsUserVerified,
        row.IsBackupEligible,
        row.IsBackedUp,
        row.AttestationObject,
        row.ClientDataJson)
    {
        Name = row.Name,
    };
}
