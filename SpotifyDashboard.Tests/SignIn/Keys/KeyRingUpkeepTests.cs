using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.SignIn.Keys;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;
using SpotifyDashboard.Tests.Storage.Copying;

namespace SpotifyDashboard.Tests.SignIn.Keys;

/// <summary>Keys in the database, wrapped for a certificate, over starts with changing settings.</summary>
public sealed class KeyRingUpkeepTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Seal_WithACertificate_StoresNoBareKeyAndOpensInAnotherProcess(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        var certificate = TestCertificate.WritePem(bench.Database.Folder);
        var first = Start(bench, certificate);

        var secret = Box(first).Seal("secret");

        Assert.True(LoginBench.Get<KeyRing>(first).IsWrapped);
        var stored = await StoredAsync(bench);
        Assert.Contains("encryptedSecret", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", stored, StringComparison.Ordinal);
        Assert.Equal("secret", Box(Start(bench, certificate)).Open(secret));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Check_FirstStartWithACertificate_WrapsWhatWasBareAndLosesNothing(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        await CheckAsync(bench.First);
        var secret = Box(bench.First).Seal("secret");
        Assert.False(LoginBench.Get<KeyRing>(bench.First).IsWrapped);
        Assert.Contains("<value>", await StoredAsync(bench), StringComparison.Ordinal);

        var wrapped = Start(bench, TestCertificate.WritePem(bench.Database.Folder));
        await CheckAsync(wrapped);

        Assert.DoesNotContain("<value>", await StoredAsync(bench), StringComparison.Ordinal);
        Assert.Equal("secret", Box(wrapped).Open(secret));
        Assert.Contains("Wrapped 1 keys", bench.Log.Text, StringComparison.Ordinal);
        Assert.Equal(1, await bench.CountAsync("data_protection_keys"));
    }

    [Fact]
    public async Task Check_WrappedKeysWithoutTheirCertificate_IsRefusedWithTheSettingAndChangesNothing()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var right = Start(bench, TestCertificate.WritePem(bench.Database.Folder, "right"));
        await CheckAsync(right);
        var listener = await bench.LogInAsync(right);
        var before = await bench.EverythingStoredAsync() + await StoredAsync(bench);

        var without = await Assert.ThrowsAsync<KeyRingException>(() => CheckAsync(bench.Process()));
        var wrong = await Assert.ThrowsAsync<KeyRingException>(() => CheckAsync(Start(bench, TestCertificate.WritePem(bench.Database.Folder, "wrong"))));

        Assert.All([without, wrong], refusal => Assert.Contains("Access:KeyRingCertificate", refusal.Message, StringComparison.Ordinal));
        Assert.Contains("(CN=right)", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(before, await bench.EverythingStoredAsync() + await StoredAsync(bench));
        Assert.NotEmpty(await bench.TokenAsync(listener.Id, right));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Check_NewCertificateBesideTheOldOne_WrapsAnewSoThatTheOldOneCanGo(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        string old = TestCertificate.WritePem(bench.Database.Folder, "old"), successor = TestCertificate.WritePem(bench.Database.Folder, "new");
        var before = Start(bench, old);
        await CheckAsync(before);
        var secret = Box(before).Seal("secret");

        await CheckAsync(Start(bench, successor, old));
        var later = Start(bench, successor);
        await CheckAsync(later);

        Assert.Equal("secret", Box(later).Open(secret));
        await Assert.ThrowsAsync<KeyRingException>(() => CheckAsync(Start(bench, old)));
    }

    [Fact]
    public async Task Check_CertificateNamedAsAnOldOneOnly_OpensTheKeysForGood()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var certificate = TestCertificate.WritePem(bench.Database.Folder);
        var wrapped = Start(bench, certificate);
        await CheckAsync(wrapped);
        var secret = Box(wrapped).Seal("secret");

        await CheckAsync(Start(bench, "", certificate));
        await CheckAsync(bench.Process());

        Assert.Equal("secret", Box(bench.Process()).Open(secret));
        Assert.Contains("Access:KeyRingCertificate is not set any more", bench.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_DamagedRow_IsNamedAndNothingIsSetAside()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        await CheckAsync(bench.First);
        await bench.LogInAsync();
        await bench.Database.ExecuteAsync("UPDATE data_protection_keys SET xml = '<key id=\"', name = 'key-damaged'");
        var before = await bench.EverythingStoredAsync();

        var refusal = await Assert.ThrowsAsync<KeyRingException>(() => CheckAsync(bench.Process()));

        Assert.Contains("'key-damaged'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await bench.EverythingStoredAsync());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Token_KeysThatCanNotBeReachedNow_IsNoReasonToForgetTheLogin(DatabaseProvider provider)
    {
        await using var bench = await LoginBench.CreateAsync(server, provider);
        var listener = await bench.LogInAsync();
        await bench.Database.ExecuteAsync("ALTER TABLE data_protection_keys RENAME TO hidden");
        var restarted = bench.Process();

        await Assert.ThrowsAnyAsync<Exception>(() => bench.TokenAsync(listener.Id, restarted));
        await bench.Database.ExecuteAsync("ALTER TABLE hidden RENAME TO data_protection_keys");

        Assert.NotEmpty(await bench.TokenAsync(listener.Id, restarted));
        Assert.Equal(SpotifyDashboard.SignIn.ConnectionState.Connected, (await bench.StatusAsync(restarted)).State);
    }

    [Fact]
    public async Task Copy_OfSealedTokensAndWrappedKeys_OpensOnPostgresWithTheCertificateAlone()
    {
        await using var bench = await LoginBench.CreateAsync(server, DatabaseProvider.Sqlite);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        var certificate = TestCertificate.WritePem(bench.Database.Folder);
        var wrapped = Start(bench, certificate);
        await CheckAsync(wrapped);
        await bench.LogInAsync(wrapped);
        var sealedToken = (await bench.Database.ScalarAsync("SELECT refresh_token FROM spotify_accounts"))!;

        await TestCopy.RunAsync(bench.Database, postgres);

        Assert.Equal(sealedToken, await postgres.ScalarAsync("SELECT refresh_token FROM spotify_accounts"));
        Assert.Equal(Box(wrapped).Open(sealedToken), Box(Over(postgres, certificate)).Open(sealedToken));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Box(Over(postgres, certificate: "")).Open(sealedToken));
    }

    private static IHost Over(TestDatabase database, string certificate) => database.Process(
        static services =>
        {
            services.AddOptions<SpotifyDashboard.SignIn.AccessOptions>().BindConfiguration("Access");
            services.AddKeyRing();
        },
        new KeyValuePair<string, string?>("Access:KeyRingCertificate", certificate));

    private static IHost Start(LoginBench bench, string certificate, string old = "") =>
        bench.Process(new("Access:KeyRingCertificate", certificate), new("Access:KeyRingOldCertificates", old));

    private static SecretBox Box(IHost process) => LoginBench.Get<SecretBox>(process);

    private static Task CheckAsync(IHost process) => LoginBench.Get<KeyRingCanary>(process).CheckAsync(Cancellation);

    private static async Task<string> StoredAsync(LoginBench bench) => string.Join('\n', (await bench.Database.RowsAsync("SELECT xml FROM data_protection_keys ORDER BY name")).Select(row => row[0]));
}
