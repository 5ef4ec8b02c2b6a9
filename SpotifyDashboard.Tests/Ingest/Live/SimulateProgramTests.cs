using System.Diagnostics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>The command <c>simulate</c> of the real program, from a refresh token to stored plays.</summary>
public sealed class SimulateProgramTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Simulate_WithARefreshToken_LogsInAndFollowsForHoursWithinSeconds()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        var world = new SpotifyWorld();
        await using var spotify = await FakeSpotify.StartAsync(world, TimeProvider.System, Cancellation);
        var user = world.AddUser("mara.l", "Mara Lindqvist");
        world.PlayInRow(user, world.AddCatalogue(30), TimeProvider.System.GetUtcNow());

        var (code, output, error) = await RunAsync(database, spotify, spotify.GiveRefreshToken(user));

        Assert.True(code == 0, $"{code}: {error}");
        Assert.StartsWith("simulated 3 hours: ", output, StringComparison.Ordinal);
        Assert.Contains("30 plays added, 0 gaps", output, StringComparison.Ordinal);
        Assert.Equal("30", await database.ScalarAsync("SELECT COUNT(*) FROM plays"));
    }

    [Fact]
    public async Task Simulate_WithNobodyConnected_SaysSo()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        await using var spotify = await FakeSpotify.StartAsync(new SpotifyWorld(), TimeProvider.System, Cancellation);

        var (code, _, error) = await RunAsync(database, spotify, refreshToken: "");

        Assert.Equal(1, code);
        Assert.Contains("Nobody is connected", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(TestDatabase database, FakeSpotify spotify, string refreshToken)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = database.Folder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SpotifyDashboard.dll"), "simulate", "--hours", "3" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ConnectionStrings__Dashboard"] = database.ConnectionString,
                ["Spotify__AccountsUrl"] = spotify.AccountsUrl,
                ["Spotify__ApiUrl"] = spotify.ApiUrl,
                ["Spotify__ClientId"] = spotify.App.ClientId,
                ["Spotify__RefreshToken"] = refreshToken,
            },
        };
        using var program = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        var (output, error) = (program.StandardOutput.ReadToEndAsync(Cancellation), program.StandardError.ReadToEndAsync(Cancellation));
        await program.WaitForExitAsync(Cancellation);
        return (program.ExitCode, await output, await error);
    }
}
