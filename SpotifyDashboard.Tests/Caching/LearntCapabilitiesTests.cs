using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Caching;

public sealed class LearntCapabilitiesTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SwitchOff_OneCapability_HoldsAfterARestartAndForThatOneOnly(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var first = Capabilities(database);
        await first.ProveAsync(SpotifyCapability.BatchGet, Cancellation);
        await first.SwitchOffAsync(SpotifyCapability.BatchGet, "Forbidden", Cancellation);

        foreach (var capabilities in (ISpotifyCapabilities[])[first, Capabilities(database)])
        {
            Assert.False(await capabilities.HasAsync(SpotifyCapability.BatchGet, Cancellation));
            Assert.False(await capabilities.IsProvenAsync(SpotifyCapability.BatchGet, Cancellation));
            Assert.True(await capabilities.HasAsync(SpotifyCapability.AudioFeatures, Cancellation));
            Assert.False(await capabilities.IsProvenAsync(SpotifyCapability.AudioFeatures, Cancellation));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Prove_IsKnownAfterARestart(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await Capabilities(database).ProveAsync(SpotifyCapability.AudioFeatures, Cancellation);

        Assert.True(await Capabilities(database).IsProvenAsync(SpotifyCapability.AudioFeatures, Cancellation));
    }

    private static ISpotifyCapabilities Capabilities(TestDatabase database) => database.Process(services =>
    {
        services.AddSingleton<ServiceStates>();
        services.AddCaching();
    }).Services.GetRequiredService<ISpotifyCapabilities>();
}
