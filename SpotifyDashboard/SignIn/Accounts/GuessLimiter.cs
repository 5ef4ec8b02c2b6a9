using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Accounts;

/// <summary>Makes guessing slow: after a few failures each further try under one name, and from one address, waits longer. Kept in the database, so that no restart forgets.</summary>
/// <remarks>
/// A try is counted before it is looked at, and taken back when it was right: a hundred at once are a hundred. Waits have an end, so nobody
/// is locked out for ever by somebody else's guesses; signing in with Spotify is not touched by them,
/// and with a passkey only by those from the same address.
/// </remarks>
internal sealed class GuessLimiter(
    IDbContextFactory<DashboardDbContext> contexts, ListenerScope scope, SealedFacts facts, TimeProvider time)
{
    private const string KeyFact = "accounts:guess-key";

    /// <summary>After how long without failures all is forgotten.</summary>
    private static readonly TimeSpan s_forget = TimeSpan.FromHours(24);

    /// <summary>One try under a name or code, from an address.</summary>
    /// <param name="subject">What is guessed at: a name to sign in with, a passkey, or <c>setup</c>.</param>
    /// <param name="address">The address it comes from.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>Until when the try is refused unlooked at (UTC); null where it may be looked at.</returns>
    public async Task<DateTimeOffset?> TakeAsync(string subject, string address, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var key = await ReadKeyAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var forgotten = time.GetUtcNow() - s_forget;
        await context.SignInGuesses.Where(row => row.LastFailedAt < forgotten).ExecuteDeleteAsync(cancellationToken);
        var refused = await CountAsync(context, Hash(key, GuessRule.Address, address), GuessRule.Address, cancellationToken)
            ?? await CountAsync(context, Hash(key, GuessRule.Subject, subject), GuessRule.Subject, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return refused;
    }

    /// <summary>The try was right: its failures are forgotten, and the one counted for the address is taken back.</summary>
    public async Task ClearAsync(string subject, string address, CancellationToken cancellationToken)
    {
        using var house = scope.EnterHouse();
        var key = await ReadKeyAsync(cancellationToken);
        var (ofSubject, ofAddress, now) = (Hash(key, GuessRule.Subject, subject), Hash(key, GuessRule.Address, address), time.GetUtcNow());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.SignInGuesses.Where(row => row.KeyHash == ofSubject).ExecuteDeleteAsync(cancellationToken);
        await context.SignInGuesses.Where(row => row.KeyHash == ofAddress && row.Failures > 0)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Failures, row => row.Failures - 1).SetProperty(row => row.WaitUntil, now), cancellationToken);
    }

    /// <summary>Counts a try, one at a time per key; while a wait lasts it is not counted, so that waiting ends.</summary>
    private async Task<DateTimeOffset?> CountAsync(DashboardDbContext context, string keyHash, GuessRule rule, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var counted = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sign_in_guesses (key_hash, failures, last_failed_at, wait_until) VALUES ({keyHash}, 1, {now}, {now})
            ON CONFLICT (key_hash) DO UPDATE SET failures = sign_in_guesses.failures + 1, last_failed_at = excluded.last_failed_at
            WHERE sign_in_guesses.wait_until <= excluded.last_failed_at
            """,
            cancellationToken);
        var row = await context.SignInGuesses.AsNoTracking().SingleAsync(one => one.KeyHash == keyHash, cancellationToken);
        if (counted == 0)
        {
            return row.WaitUntil;
        }

        var until = time.GetUtcNow() + rule.WaitAfter(row.Failures);
        await context.SignInGuesses.Where(one => one.KeyHash == keyHash).ExecuteUpdateAsync(change => change.SetProperty(one => one.WaitUntil, until), cancellationToken);
        return null;
    }

    private static string Hash(string key, GuessRule rule, string text) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{rule.Name}\n{text}")));

    private Task<string> ReadKeyAsync(CancellationToken cancellationToken) => facts.GetOrMakeAsync(KeyFact, LoginSecrets.Create, cancellationToken);
}
