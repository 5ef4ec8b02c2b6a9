using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Demo;

/// <summary>Kills the real program while it makes the demo.</summary>
public sealed class DemoKillTests(PostgresServer server)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(400)]
    public async Task Program_KilledWhileMakingTheDemo_LeavesNothingOrAll(int milliseconds)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        using var program = Start(database);
        await UntilMigratedAsync(database);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);

        program.Kill();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        var left = await CountsAsync(database);
        await database.Process(services =>
        {
            services.AddJobs();
            services.AddDemo();
        }).Services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);
        var whole = await CountsAsync(database);
        Assert.True(left is ["0", "0", "0", "0"] || left[0] == "1" && left[1] == left[2] && left[3] == whole[3], string.Join(' ', left));
        Assert.Equal("1", whole[0]);
        Assert.Equal(whole[1], whole[2]);
    }

    private static Process Start(TestDatabase database)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = database.Folder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SpotifyDashboard.dll"), "--urls", "http://127.0.0.1:0" },
            Environment = { ["ConnectionStrings__Dashboard"] = database.ConnectionString, ["Logging__LogLevel__Default"] = "None" },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
    }

    private static async Task UntilMigratedAsync(TestDatabase database)
    {
        var since = Stopwatch.GetTimestamp();
        while (await database.ScalarAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = 'share_links'") != "1")
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < s_patience, "The program did not begin.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string?[]> CountsAsync(TestDatabase database) => Assert.Single(await database.RowsAsync(
        "SELECT (SELECT COUNT(*) FROM listeners), (SELECT COUNT(*) FROM sightings), (SELECT COUNT(*) FROM plays), (SELECT COUNT(*) FROM tracks)"));
}
