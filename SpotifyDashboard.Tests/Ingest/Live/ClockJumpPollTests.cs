using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>Following Spotify while the machine's clock is wrong.</summary>
public sealed class ClockJumpPollTests(PostgresServer server)
{
    [Theory]
    [InlineData(5)]
    [InlineData(24 * 365)]
    [InlineData(-5)]
    [InlineData(-24 * 365)]
    public async Task Clock_WrongForAWhile_CostsNoPlayAndNoWait(int hours)
    {
        await using var bench = await PollBench.CreateAsync(server);
        var tracks = bench.World.AddCatalogue(20);
        var truth = bench.Time.GetUtcNow();
        bench.World.PlayInRow(bench.User, tracks.Take(10), truth);
        await bench.FollowAsync(bench.Process(), TimeSpan.FromMinutes(30));

        // The clock is set wrong, and the program started by it: Spotify shows what it has shown before.
        bench.Time.Set(bench.Time.GetUtcNow().AddHours(hours));
        await bench.FollowAsync(bench.Process(), TimeSpan.FromMinutes(30));

        // Set right again and started anew; two hours have passed.
        bench.Time.Set(truth.AddHours(2));
        bench.World.PlayInRow(bench.User, tracks.Skip(10), truth.AddHours(2));
        await bench.FollowAsync(bench.Process(), TimeSpan.FromMinutes(45));

        Assert.Equal(bench.Truth(bench.User), await bench.PlaysAsync());
        Assert.Equal(0, await bench.CountAsync("gaps"));
        Assert.Equal("0", await bench.Database.ScalarAsync($"SELECT COUNT(*) FROM api_calls WHERE at > {bench.Time.GetUtcNow().ToUnixTimeMilliseconds()}"));
    }
}
