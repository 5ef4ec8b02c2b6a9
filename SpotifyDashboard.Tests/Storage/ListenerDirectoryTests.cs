using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>Whose dashboard is shown while one person lives here.</summary>
public sealed class ListenerDirectoryTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Current_WithoutAnyListener_IsNobody()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);

        Assert.Null(await database.Listeners.FindCurrentAsync(Cancellation));
    }

    [Theory]
    [InlineData(false, 0, true)]
    [InlineData(true, 0, true)]
    [InlineData(true, 1, false)]
    public async Task Current_BesideADemo_IsTheDemoUntilSomethingOwnIsStored(bool withOwn, long ownVersion, bool showsDemo)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await Rows.ListenerAsync(database, isDemo: true, playsVersion: 1);
        if (withOwn)
        {
            await Rows.ListenerAsync(database, playsVersion: ownVersion);
        }

        var current = await database.Listeners.FindCurrentAsync(Cancellation);

        Assert.Equal(showsDemo, current?.IsDemo);
    }

    [Fact]
    public async Task Current_OfAnEmptyOwnListenerWithoutDemo_IsThatListener()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var own = await Rows.ListenerAsync(database);

        Assert.Equal(own, (await database.Listeners.FindCurrentAsync(Cancellation))?.Id);
    }

    [Fact]
    public async Task OwnListener_MadeBesideADemo_TakesTheZoneThatTheBrowserTold()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var demo = await Rows.ListenerAsync(database, isDemo: true);
        await database.Listeners.ChangeAsync(demo, listener => listener.TimeZone = "Europe/Berlin", Cancellation);

        var own = await database.Listeners.GetOrCreateOwnAsync(Cancellation);

        Assert.NotEqual(demo, own);
        Assert.Equal("Europe/Berlin", (await database.Listeners.FindAsync(own, Cancellation))?.TimeZone);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task OwnListener_AskedForByManyAtOnce_IsOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        ListenerDirectory[] processes = [database.Listeners, database.Process().Services.GetRequiredService<ListenerDirectory>()];

        var found = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(index => Task.Run(() => processes[index % 2].GetOrCreateOwnAsync(Cancellation)))
            .ToList());

        Assert.Single(found.Distinct());
        Assert.Equal("1", await database.ScalarAsync("SELECT count(*) FROM listeners"));
    }

    [Theory]
    [InlineData("Listener:TimeZone", "Asia/Tokyo", "Asia/Tokyo")]
    [InlineData("TZ", "America/New_York", "America/New_York")]
    [InlineData("TZ", ":Europe/Paris", "Europe/Paris")]
    [InlineData("TZ", "/etc/localtime", "UTC")]
    [InlineData("Other", "x", "UTC")]
    public async Task NewListener_HasTheZoneOfTheSettings(string key, string value, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var process = database.Process(settings: [new(key, value)]);

        var listener = process.Services.GetRequiredService<ListenerDirectory>().Create("You", isDemo: false);

        Assert.Equal(expected, listener.TimeZone);
    }

    [Fact]
    public async Task UnknownZone_InTheSettings_StopsTheStartWithASentenceThatNamesTheKey()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var process = database.Process(settings: [new("Listener:TimeZone", "Middle/Earth")]);

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => process.StartAsync(Cancellation));

        Assert.Contains("Listener:TimeZone", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfAListener_IsStoredAndReturned()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var own = await Rows.ListenerAsync(database);

        var changed = await database.Listeners.ChangeAsync(own, listener => listener.CountingRule = CountingRule.All, Cancellation);

        Assert.Equal(CountingRule.All, changed?.CountingRule);
        Assert.Equal(changed, await database.Listeners.FindAsync(own, Cancellation));
        Assert.Null(await database.Listeners.ChangeAsync(own + 1, _ => { }, Cancellation));
    }
}
