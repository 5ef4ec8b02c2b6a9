using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>
/// Real servers that poll, sync, import and are browsed while they are killed and paused, their disk fills and their database restarts:
/// <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- chaos --minutes 30 --database postgres --replicas 3</c>.
/// </summary>
/// <remarks>Exit code 0 where the database then holds exactly what was played. Filling the disk needs the right to mount one in memory (root on Linux).</remarks>
internal static class ChaosMeasurement
{
    private const string Name = "chaos";

    private static readonly TimeSpan s_calm = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    public static async Task<bool> TryRunAsync(string[] args)
    {
        if (args is not [Name, .. var rest])
        {
            return false;
        }

        if (ChaosOptions.Parse(rest) is not { } options)
        {
            Console.WriteLine(ChaosOptions.Usage);
            Environment.ExitCode = 2;
            return true;
        }

        Environment.ExitCode = await RunAsync(options) ? 0 : 1;
        return true;
    }

    private static async Task<bool> RunAsync(ChaosOptions options)
    {
        var diary = new ChaosDiary();
        var logs = Directory.CreateTempSubdirectory("dashboard-chaos-logs-").FullName;
        await using var disk = await SmallDisk.CreateAsync();
        await using ChaosDatabase database = options.IsPostgres ? new PostgresChaos(disk.Folder) : new SqliteChaos(disk.Folder);
        await using var world = await ChaosWorld.StartAsync(options.Seed);
        await database.StartAsync();
        diary.Say($"{options}; {(disk.IsMounted ? "a disk of its own that is filled" : "no disk of its own could be mounted, so none is filled")}; logs in {logs}");
        var settings = Settings(options, database, world, logs);
        List<ChaosServer> servers = [.. Enumerable.Range(1, options.Replicas).Select(number => new ChaosServer(number, logs, settings, diary))];
        try
        {
            using var traffic = new ChaosTraffic(world, servers, diary, options.Seed);
            foreach (var server in servers)
            {
                server.Start();
                await UntilReadyAsync(server, traffic, servers);
            }

            diary.Say("all servers are ready");
            using (var stop = new CancellationTokenSource(TimeSpan.FromMinutes(options.Minutes)))
            {
                await Task.WhenAll(traffic.RunAsync(stop.Token), new ChaosFaults(servers, database, disk, diary, options.Seed).RunAsync(stop.Token));
            }

            diary.Say("calm: nothing is broken any more");
            var verdict = await CalmAsync(world, database, servers);
            return await ReportAsync(verdict, database, servers, diary, traffic);
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.StopAsync();
                server.Dispose();
            }
        }
    }

    private static Dictionary<string, string> Settings(ChaosOptions options, ChaosDatabase database, ChaosWorld world, string folder)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Database__Provider"] = database.Provider,
            ["ConnectionStrings__Dashboard"] = database.ConnectionString,
            ["Logging__LogLevel__Default"] = "Information",
            ["Logging__Console__FormatterName"] = "simple",
            ["Logging__Console__FormatterOptions__SingleLine"] = "true",
            ["Logging__Console__FormatterOptions__TimestampFormat"] = "HH:mm:ss ",
            ["Demo__Enabled"] = "false",
            ["Access__RequestsPerMinute"] = "100000",
            ["Ingest__WakeEvery"] = "00:00:01",
            ["Ingest__PollEvery"] = "00:00:30",
            ["Spotify__DailyCalls"] = "1000000",
            ["Spotify__AccountsUrl"] = world.Spotify.AccountsUrl,
            ["Spotify__ApiUrl"] = world.Spotify.ApiUrl,
            ["Spotify__ClientId"] = world.Spotify.App.ClientId,
            ["Spotify__RefreshToken"] = world.RefreshToken(),
            ["ReccoBeats__Url"] = "http://127.0.0.1:1/v1",
            ["MusicBrainz__Url"] = "http://127.0.0.1:1/ws/2",
            ["LrcLib__Url"] = "http://127.0.0.1:1/api",
        };
        if (options.Replicas > 1)
        {
            var file = Path.Combine(folder, "keyring.pfx");
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=chaos", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
            settings["Access__KeyRingCertificate"] = file;
        }

        return settings;
    }

    /// <summary>One after the other, so that the first has made the schema and the listener.</summary>
    private static async Task UntilReadyAsync(ChaosServer server, ChaosTraffic traffic, List<ChaosServer> servers)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await traffic.IsReadyAsync(server))
        {
            if (TimeProvider.System.GetElapsedTime(since) > s_calm || !server.IsThere)
            {
                throw new InvalidOperationException($"Server {server.Number} of {servers.Count} did not become ready; see {server.LogFile}.");
            }

            await Task.Delay(s_look);
        }
    }

    /// <summary>Waits until everything that was told is stored; what is not there after some minutes of calm is lost.</summary>
    private static async Task<ChaosVerdict> CalmAsync(ChaosWorld world, ChaosDatabase database, List<ChaosServer> servers)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await Task.Delay(s_look);
            servers.ForEach(server => server.Watch());
            try
            {
                var verdict = ChaosVerdict.Of(world.Truth(), await database.PlaysAsync());
                if (verdict.IsEqual || TimeProvider.System.GetElapsedTime(since) > s_calm)
                {
                    return verdict;
                }
            }
            catch (DbException) when (TimeProvider.System.GetElapsedTime(since) < s_calm)
            {
                // It may still be recovering.
                await database.MendAsync();
            }
        }
    }

    private static async Task<bool> ReportAsync(ChaosVerdict verdict, ChaosDatabase database, List<ChaosServer> servers, ChaosDiary diary, ChaosTraffic traffic)
    {
        var fault = await database.FaultAsync();
        var isReady = await UntilAllReadyAsync(traffic);
        Console.WriteLine();
        foreach (var line in diary.Summary())
        {
            Console.WriteLine(line);
        }

        Console.WriteLine();
        Console.WriteLine("jobs: " + string.Join(", ", await database.ListAsync("SELECT kind, state, COUNT(*) FROM jobs GROUP BY kind, state ORDER BY kind, state")));
        Console.WriteLine("gaps found: " + string.Join(", ", await database.ListAsync("SELECT COUNT(*) FROM gaps")));
        Console.WriteLine("warnings and errors in the logs, by message:");
        foreach (var (line, count) in ChaosLogs.Read(servers.Select(server => server.LogFile)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6} × {line}"));
        }

        Console.WriteLine();
        Console.WriteLine(verdict.Words());
        Console.WriteLine(fault is null ? "The database itself is sound." : $"THE DATABASE IS DAMAGED: {fault}");
        Console.WriteLine(isReady ? "Every server says it is ready." : "NOT every server says it is ready.");
        return verdict.IsEqual && fault is null && isReady;
    }

    private static async Task<bool> UntilAllReadyAsync(ChaosTraffic traffic)
    {
        for (var since = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(since) < s_calm; await Task.Delay(s_look))
        {
            if (await traffic.AreReadyAsync())
            {
                return true;
            }
        }

        return false;
    }
}
