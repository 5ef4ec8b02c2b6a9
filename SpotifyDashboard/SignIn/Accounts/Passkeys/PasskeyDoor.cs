using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Walls;
using SpotifyDashboard.Storage.Failures;

namespace SpotifyDashboard.SignIn.Accounts.Passkeys;

/// <summary>Makes passkeys and signs in with them. What a device signed is checked by the framework; whose it is, and that it lets in once, here.</summary>
internal sealed partial class PasskeyDoor(
    IPasskeyHandler<Account> handler, PasskeyChallenges challenges, PasskeyStore passkeys, GuessLimiter guesses, ILogger<PasskeyDoor> logger)
{
    private const string EnterPurpose = "passkey-enter";
    private const string StaleWords = "That took too long, or was begun in another browser. Try again.";

    /// <summary>What the browser is asked to make a passkey with.</summary>
    public async Task<string> BeginMakingAsync(HttpContext context, Visitor visitor, string loginName)
    {
        var user = new PasskeyUserEntity { Id = PasskeyAccounts.IdOf(visitor.AccountId), Name = loginName, DisplayName = visitor.Name };
        var begun = await handler.MakeCreationOptionsAsync(user, context);
        challenges.Give(context, MakingPurpose(visitor), begun.AttestationState ?? "");
        return begun.CreationOptionsJson;
    }

    /// <summary>Takes the passkey that the browser made.</summary>
    /// <param name="context">The request.</param>
    /// <param name="visitor">Whom it is to let in.</param>
    /// <param name="name">What they call it; empty: as their browser calls itself.</param>
    /// <param name="credential">What the browser says of it (JSON).</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <exception cref="AccountRefusedException">It was not asked for here, or is none.</exception>
    public async Task<Passkey> MakeAsync(HttpContext context, Visitor visitor, string name, string credential, CancellationToken cancellationToken)
    {
        if (challenges.Take(context, MakingPurpose(visitor)) is not { } challenge)
        {
            throw new AccountRefusedException(StaleWords);
        }

        var made = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = challenge.State });
        ThrowIfStorageFailed(made.Failure);
        if (!made.Succeeded || made.UserEntity.Id != PasskeyAccounts.IdOf(visitor.AccountId))
        {
            LogNotMade();
            throw new AccountRefusedException("What the browser sent is no passkey for this dashboard. Try again.");
        }

        var told = name.Trim() is { Length: > 0 } chosen ? chosen : BrowserName.Of(context.Request.Headers.UserAgent);
        var passkey = await passkeys.AddAsync(visitor, told, made.Passkey, cancellationToken);
        LogMade(visitor.AccountId);
        return passkey;
    }

    /// <summary>What the browser is asked to sign in with; it says itself which passkeys it has.</summary>
    public async Task<string> BeginEnteringAsync(HttpContext context)
    {
        var begun = await handler.MakeRequestOptionsAsync(user: null, context);
        challenges.Give(context, EnterPurpose, begun.AssertionState ?? "");
        return begun.RequestOptionsJson;
    }

    /// <summary>Whom a signed challenge lets in. Tries that fail make further ones wait, as with passwords.</summary>
    /// <param name="context">The request.</param>
    /// <param name="credential">What the browser says (JSON).</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<PasswordAnswer> EnterAsync(HttpContext context, string credential, CancellationToken cancellationToken)
    {
        var (subject, address) = ($"passkey {IdIn(credential)}", ClientAddress.Of(context));
        if (await guesses.TakeAsync(subject, address, cancellationToken) is { } until)
        {
            return new PasswordAnswer(Account: null, until);
        }

        if (await FindAsync(context, credential, cancellationToken) is not { } account)
        {
            LogRefused();
            return new PasswordAnswer(Account: null, WaitUntil: null);
        }

        await guesses.ClearAsync(subject, address, cancellationToken);
        return new PasswordAnswer(account, WaitUntil: null);
    }

    private async Task<Account?> FindAsync(HttpContext context, string credential, CancellationToken cancellationToken)
    {
        if (challenges.Take(context, EnterPurpose) is not { } challenge)
        {
            return null;
        }

        var signed = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = challenge.State });
        ThrowIfStorageFailed(signed.Failure);
        return signed.Succeeded && await passkeys.UseAsync(signed.Passkey, challenge.IssuedAt, cancellationToken) ? signed.User : null;
    }

    private static string MakingPurpose(Visitor visitor) => $"passkey-make {PasskeyAccounts.IdOf(visitor.AccountId)}";

    /// <summary>The framework wraps whatever happens; a database that does not answer is no wrong passkey.</summary>
    private static void ThrowIfStorageFailed(PasskeyException? failure)
    {
        if (failure is not null && StorageFailure.Of(failure) is not null)
        {
            throw new InvalidOperationException("The passkey could not be looked up.", failure);
        }
    }

    private static string IdIn(string credential)
    {
        try
        {
            using var document = JsonDocument.Parse(credential);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id) ? id.ToString() : "";
        }
        catch (JsonException)
        {
            // Not from our script: counted as one that nobody has.
            return "";
        }
    }

    [LoggerMessage(LogLevel.Information, "Account {AccountId} has a new passkey")]
    private partial void LogMade(int accountId);

    [LoggerMessage(LogLevel.Warning, "A passkey was not taken: it was not made for this dashboard or not asked for")]
    private partial void LogNotMade();

    [LoggerMessage(LogLevel.Warning, "A try to sign in with a passkey was refused")]
    private partial void LogRefused();
}
