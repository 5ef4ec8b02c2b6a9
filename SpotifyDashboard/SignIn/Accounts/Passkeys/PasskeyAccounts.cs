using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>Shows our accounts and passkeys to the framework's passkeys, which only read; whatever changes either does so in <see cref="PasskeyStore"/> and <see cref="AccountDirectory"/>.</summary>
internal sealed class PasskeyAccounts(AccountDirectory accounts, PasskeyStore passkeys) : IUserPasskeyStore<Account>
{
    private const string ReadOnlyWords = "Accounts and passkeys are changed by their own stores.";

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(IdOf(user.Id));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.LoginName ?? user.DisplayName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    /// <summary>The open account with this number, or null.</summary>
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        int.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await accounts.FindAsync(id, cancellationToken) is { ClosedAt: null } account ? account : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) => [.. await passkeys.ListKeysAsync(user.Id, cancellationToken)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(credentialId, cancellationToken) is var (accountId, _) ? await FindByIdAsync(IdOf(accountId), cancellationToken) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await passkeys.FindAsync(credentialId, cancellationToken) is var (accountId, key) && accountId == user.Id ? key : null;

    /// <summary>The number of an account, as an authenticator keeps it with the key.</summary>
    public static string IdOf(int accountId) => accountId.ToString(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        // Nothing is held between calls.
    }

    Task<Account?> IUserStore<Account>.FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnlyWords);

    Task IUserStore<Account>.SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnlyWords);

    Task IUserStore<Account>.SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnlyWords);

    Task<IdentityResult> IUserStore<Account>.CreateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnlyWords);

    Task<IdentityResult> IUserStore<Account>.UpdateAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnlyWords);

    Task<IdentityResult> IUserStore<Account>.DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnlyWords);

    Task IUserPasskeyStore<Account>.AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnlyWords);

    Task IUserPasskeyStore<Account>.RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException(ReadOnlyWords);
}
