using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Accounts;

/// <summary>How slow guessing gets, on a driven clock.</summary>
public sealed class GuessLimiterTests(PostgresServer server)
{
    private static readonly IPAddress s_here = IPAddress.Parse("192.0.2.7");

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guesses_UnderOneName_WaitTwiceAsLongEachTimeAndNeverLongerThanFiveMinutes()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        await bench.SetUpAsync();
        var waits = new List<double>();

        for (var guess = 0; guess < 16; guess++)
        {
            // Each from an address of its own, so that only the name is counted.
            var from = IPAddress.Parse($"198.51.100.{guess}");
            var answer = await GuessAsync(bench, "olga", from);
            if (answer.WaitUntil is { } until)
            {
                waits.Add((until - bench.Time.GetUtcNow()).TotalSeconds);
                bench.Time.AdvanceTo(until);
                Assert.Null((await GuessAsync(bench, "olga", from)).WaitUntil);
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 300], waits);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Wait_AfterARestart_IsNotForgottenAndRefusesTheRightPasswordUnlookedAt(DatabaseProvider provider)
    {
        await using var bench = await AccountsBench.CreateAsync(server, provider);
        await bench.SetUpAsync();
        for (var guess = 0; guess < 6; guess++)
        {
            Assert.Null((await GuessAsync(bench, "olga", s_here)).WaitUntil);
        }

        var restarted = bench.Process().Services.GetRequiredService<PasswordSignIn>();
        var refused = await restarted.TryAsync("OLGA", AccountsBench.Password, s_here, Cancellation);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        var taken = await restarted.TryAsync("olga", AccountsBench.Password, s_here, Cancellation);

        Assert.Equal((null, true), (refused.Account, refused.WaitUntil is not null));
        Assert.Equal("olga", taken.Account?.LoginName);
        Assert.Null((await GuessAsync(bench, "olga", s_here)).WaitUntil);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Guesses_ManyAtOnce_AreLookedAtNoMoreOftenThanOneAfterTheOther(DatabaseProvider provider)
    {
        await using var bench = await AccountsBench.CreateAsync(server, provider);
        await bench.SetUpAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => GuessAsync(bench, "olga", s_here)));

        Assert.Equal(6, answers.Count(answer => answer.WaitUntil is null));
    }

    [Fact]
    public async Task Guesses_FromOneAddressUnderManyNames_GetSlowAndOthersAreNotTouched()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        await bench.SetUpAsync();
        for (var guess = 0; guess < 21; guess++)
        {
            Assert.Null((await GuessAsync(bench, $"name{guess}", s_here)).WaitUntil);
        }

        Assert.NotNull((await GuessAsync(bench, "olga", s_here)).WaitUntil);
        Assert.Equal("olga", (await bench.Get<PasswordSignIn>().TryAsync("olga", AccountsBench.Password, IPAddress.Parse("203.0.113.1"), Cancellation)).Account?.LoginName);
    }

    [Fact]
    public async Task Guesses_AreForgottenAfterADay_AndNeitherNamesNorAddressesAreStored()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        await bench.SetUpAsync();
        for (var guess = 0; guess < 6; guess++)
        {
            await GuessAsync(bench, "olga", s_here);
        }

        Assert.Equal("0", await bench.Database.ScalarAsync("SELECT COUNT(*) FROM sign_in_guesses WHERE key_hash LIKE '%olga%' OR key_hash LIKE '%192.0.2%' OR key_hash LIKE '%C0000207%'"));
        bench.Time.Advance(TimeSpan.FromHours(25));
        Assert.Null((await GuessAsync(bench, "olga", s_here)).WaitUntil);
        Assert.Equal("1", await bench.Database.ScalarAsync("SELECT MAX(failures) FROM sign_in_guesses"));
    }

    [Fact]
    public async Task Address_OfIpv6_CountsAsItsNetwork()
    {
        await using var bench = await AccountsBench.CreateAsync(server);
        await bench.SetUpAsync();
        for (var guess = 0; guess < 21; guess++)
        {
            await GuessAsync(bench, $"name{guess}", IPAddress.Parse($"2001:db8::{guess + 1:x}"));
        }

        Assert.NotNull((await GuessAsync(bench, "olga", IPAddress.Parse("2001:db8::ffff"))).WaitUntil);
        Assert.Null((await GuessAsync(bench, "olga", IPAddress.Parse("2001:db8:0:1::1"))).WaitUntil);
    }

    private static Task<PasswordAnswer> GuessAsync(AccountsBench bench, string name, IPAddress from) =>
        bench.Get<PasswordSignIn>().TryAsync(name, "not the password", from, Cancellation);
}
