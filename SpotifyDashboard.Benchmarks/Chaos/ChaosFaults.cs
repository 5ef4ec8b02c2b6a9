using System.Globalization;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>Breaks one thing after the other, at random moments, and mends it again.</summary>
internal sealed class ChaosFaults(IReadOnlyList<ChaosServer> servers, ChaosDatabase database, SmallDisk disk, ChaosDiary diary, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Runs until <paramref name="stop"/>; what is broken then is mended first.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(_random.Next(2000, 10_000), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var server in servers)
            {
                server.Watch();
            }

            if (!stop.IsCancellationRequested)
            {
                await BreakAsync();
            }
        }
    }

    private Task BreakAsync() => _random.Next(disk.IsMounted ? 5 : 4) switch
    {
        0 or 1 => KillAsync(),
        2 => PauseAsync(),
        3 => DisturbAsync(),
        _ => FillAsync(),
    };

    private async Task KillAsync()
    {
        var server = servers[_random.Next(servers.Count)];
        await server.KillAsync();
        var rest = _random.Next(0, 5000);
        diary.Note("kill -9", string.Create(CultureInfo.InvariantCulture, $"(server {server.Number}, started again after {rest} ms)"));
        await Task.Delay(rest);
        server.Start();
    }

    private async Task PauseAsync()
    {
        var server = servers[_random.Next(servers.Count)];

        // A replica may be paused for a minute; a server alone would miss more plays than Spotify keeps.
        var seconds = _random.Next(1, servers.Count > 1 ? 60 : 25);
        diary.Note("SIGSTOP", string.Create(CultureInfo.InvariantCulture, $"(server {server.Number}, for {seconds} s)"));
        await server.SignalAsync("STOP");
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        await server.SignalAsync("CONT");
    }

    private async Task DisturbAsync()
    {
        try
        {
            diary.Note("database disturbed", $"({await database.DisturbAsync(_random)})");
        }
        catch (System.Data.Common.DbException exception)
        {
            diary.Note("database could not be disturbed", $"({exception.Message})");
        }
    }

    private async Task FillAsync()
    {
        var seconds = _random.Next(3, 20);
        diary.Note("disk full", string.Create(CultureInfo.InvariantCulture, $"(for {seconds} s)"));
        disk.Fill();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        disk.Free();
        await database.MendAsync();
    }
}
