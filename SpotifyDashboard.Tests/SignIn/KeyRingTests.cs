using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn;

public sealed class KeyRingTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Open_SealedByAnotherProcess_IsReadable(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);

        var sealedByFirst = LoginBench.Get<SecretBox>(bench.First).Seal("secret");
        var opened = LoginBench.Get<SecretBox>(bench.Process()).Open(sealedByFirst);

        Assert.Equal("secret", opened);
        Assert.DoesNotContain("secret", sealedByFirst, StringComparison.Ordinal);
        Assert.Equal(1, await bench.CountAsync("data_protection_keys"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no sealed text")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Open_Nonsense_IsNull(string text)
    {
        await using var bench = await LoginBench.CreateAsync(server);

        Assert.Null(LoginBench.Get<SecretBox>(bench.First).Open(text));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Check_KeysLost_NeedsALoginAndSaysWhy(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        await LoginBench.Get<KeyRingCanary>(bench.First).CheckAsync(Cancellation);
        var listener = await bench.LogInAsync();
        await bench.Database.ExecuteAsync("DELETE FROM data_protection_keys");

        using var restarted = bench.Process();
        await LoginBench.Get<KeyRingCanary>(restarted).CheckAsync(Cancellation);

        var status = await bench.StatusAsync(restarted);
        Assert.Equal((ConnectionState.NeedsLogin, KeyRingCanary.LostReason), (status.State, status.Reason));
        await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener.Id, restarted));
        Assert.Contains("keys that protect the Spotify login were lost", bench.Log.Text, StringComparison.Ordinal);

        await bench.LogInAsync(restarted);
        await LoginBench.Get<KeyRingCanary>(bench.Process()).CheckAsync(Cancellation);
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync(restarted)).State);
    }

    [Fact]
    public async Task Get_KeysLostBehindACanaryThatWasNotAsked_NeedsALoginToo()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var listener = await bench.LogInAsync();
        await bench.Database.ExecuteAsync("DELETE FROM data_protection_keys");
        using var restarted = bench.Process();

        await Assert.ThrowsAsync<ProviderException>(() => bench.TokenAsync(listener.Id, restarted));

        Assert.Equal((ConnectionState.NeedsLogin, KeyRingCanary.LostReason), ((await bench.StatusAsync(restarted)).State, (await bench.StatusAsync(restarted)).Reason));
        Assert.Equal(0, bench.Spotify.Tokens.Refreshes);
    }

    [Fact]
    public async Task Check_AllIsWell_ChangesNothing()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        await LoginBench.Get<KeyRingCanary>(bench.First).CheckAsync(Cancellation);
        var listener = await bench.LogInAsync();

        await LoginBench.Get<KeyRingCanary>(bench.Process()).CheckAsync(Cancellation);

        Assert.NotEmpty(await bench.TokenAsync(listener.Id));
        Assert.DoesNotContain("were lost", bench.Log.Text, StringComparison.Ordinal);
    }
}
