using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.SignIn.Accounts.Passkeys;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Accounts.Passkeys;

/// <summary>What is kept of passkeys and of what browsers were asked to sign.</summary>
public sealed class PasskeyStoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Passkey_UsedByManyAtOnceWithOneChallenge_LetsOneIn(DatabaseProvider provider)
    {
        await using var bench = await AccountsBench.CreateAsync(server, provider);
        var olga = await bench.SetUpAsync();
        var (passkeys, key) = (bench.Get<PasskeyStore>(), NewKey());
        await passkeys.AddAsync(AccountsBench.VisitorOf(olga), "phone", key, Cancellation);
        var first = bench.Time.GetUtcNow();

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => passkeys.UseAsync(key, first, Cancellation))));
        bench.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Single(used, one => one);
        Assert.False(await passkeys.UseAsync(key, first, Cancellation));
        Assert.True(await passkeys.UseAsync(key, bench.Time.GetUtcNow(), Cancellation));
        Assert.Equal(bench.Time.GetUtcNow(), Assert.Single(await passkeys.ListAsync(olga.Id, Cancellation)).LastUsedAt);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Passkey_ThatWasStored_IsReadAsItWasAndGoesWithItsAccount(DatabaseProvider provider)
    {
        await using var bench = await AccountsBench.CreateAsync(server, provider);
        var olga = await bench.SetUpAsync();
        var ben = await bench.JoinAsync(olga, VisitorRole.Guest, "ben");
        var (passkeys, key) = (bench.Get<PasskeyStore>(), NewKey());
        await passkeys.AddAsync(AccountsBench.VisitorOf(ben), "phone", key, Cancellation);

        var read = await passkeys.FindAsync(key.CredentialId, Cancellation);

        Assert.Equal(ben.Id, read?.AccountId);
        Assert.Equal(key.PublicKey, read?.Key.PublicKey);
        Assert.Equal(key.Transports, read?.Key.Transports);
        Assert.Equal((key.SignCount, key.IsBackedUp, key.IsBackupEligible), (read?.Key.SignCount, read?.Key.IsBackedUp, read?.Key.IsBackupEligible));
        await Assert.ThrowsAsync<AccountRefusedException>(() => passkeys.AddAsync(AccountsBench.VisitorOf(olga), "the same", key, Cancellation));
        await bench.Database.ExecuteAsync($"DELETE FROM accounts WHERE id = {ben.Id}");
        Assert.Null(await passkeys.FindAsync(key.CredentialId, Cancellation));
    }

    [Fact]
    public async Task Challenge_ForSomethingElseOrOverFiveMinutes_IsNone()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        var challenges = bench.Get<PasskeyChallenges>();
        var given = new DefaultHttpContext();
        challenges.Give(given, "enter", "{}");
        var cookie = given.Response.Headers.SetCookie.ToString().Split(';')[0];

        Assert.Equal("{}", challenges.Take(With(cookie), "enter")?.State);
        Assert.Null(challenges.Take(With(cookie), "make 1"));
        Assert.Null(challenges.Take(With(cookie[..^5] + "AAAAA"), "enter"));
        bench.Time.Advance(PasskeyChallenges.Patience + TimeSpan.FromSeconds(1));
        Assert.Null(challenges.Take(With(cookie), "enter"));
    }

    private static DefaultHttpContext With(string cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        return context;
    }

    private static UserPasskeyInfo NewKey() => new(
        RandomNumberGenerator.GetBytes(16),
        [1, 2, 3],
        DateTimeOffset.UnixEpoch,
        signCount: 0,
        transports: ["internal", "hybrid"],
        isUserVerified: true,
        isBackupEligible: true,
        isBackedUp: true,
        attestationObject: [4],
        clientDataJson: [5]);
}
