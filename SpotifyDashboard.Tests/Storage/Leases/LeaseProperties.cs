using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Storage.Leases;

/// <summary>Whatever three processes do in whatever order, and however long each is silent: no write is stored under a number that was already followed.</summary>
public sealed class LeaseProperties(PostgresServer server)
{
    private const string Name = "work";

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Writes_InAnyInterleaving_AreStoredUnderTheNewestNumberOnly(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        await database.ExecuteAsync("CREATE TABLE written (place BIGINT, fence BIGINT)");
        var time = new DrivenTime();
        IHost[] processes = [Process(), Process(), Process()];
        var steps = Gen.Elements("take", "take", "renew", "release", "write", "write", "begin", "commit", "expire").Zip(Gen.Choose(0, 2));
        var runs = steps.ArrayOf(40).Sample(15, new Rnd(20261122), 40);

        foreach (var run in runs)
        {
            await database.ExecuteAsync("DELETE FROM written");
            var world = new LeaseWorld(processes, Name);
            foreach (var (step, process) in run)
            {
                if (step == "expire")
                {
                    time.Advance(TimeSpan.FromSeconds(31));
                }
                else
                {
                    await world.StepAsync(step, process, Cancellation);
                }
            }

            await world.EndAsync();
            var stored = (await database.RowsAsync("SELECT fence FROM written ORDER BY place")).Select(row => long.Parse(row[0] ?? "", System.Globalization.CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(stored.Order(), stored);
            Assert.Equal(world.Stored, stored.Count);
            Assert.Empty(world.Late);
            Assert.All(world.Fences.Zip(world.Fences.Skip(1)), pair => Assert.True(pair.Second > pair.First, $"{pair.First} was followed by {pair.Second}: {string.Join(", ", run)}"));
        }

        IHost Process() => database.Process(services => services.AddSingleton(new LeaseClock(time.GetUtcNow)));
    }
}
