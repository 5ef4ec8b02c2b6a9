using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Operations.Replicas;

/// <summary>Three real processes on one PostgreSQL: one is killed, one falls silent in the middle of a poll and comes back.</summary>
public sealed class ThreeReplicasTests(PostgresServer server)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replicas_OneKilledAndOneSilentForAWhile_StoreEveryPlayOnceAndSendOneOfEach()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        var world = new SpotifyWorld();
        await using var spotify = await FakeSpotify.StartAsync(world, TimeProvider.System, Cancellation);
        await using var mail = FakeMailServer.Start();
        var user = world.AddUser("mara.l", "Mara Lindqvist");
        var tracks = world.AddCatalogue(60);
        var settings = Settings(database, spotify, mail, spotify.GiveRefreshToken(user));

        // The first one stores what was played last week; only then there is a report to send and a story to tell.
        world.PlayInRow(user, tracks.Take(10), TimeProvider.System.GetUtcNow().AddDays(-7));
        using var first = ReplicaProcess.Start(database.Folder, settings);
        await UntilStoredAsync(database, world, user);
        await database.ExecuteAsync("INSERT INTO mail_settings (listener_id, recipient, rhythm, warns, since) SELECT id, 'mara@example.org', 'Weekly', false, 0 FROM listeners WHERE NOT is_demo");
        await database.ExecuteAsync(
            "INSERT INTO narrative_choices (listener_id, leaves_names_out, tone, weekly_since) SELECT id, false, 'professional', 0 FROM listeners WHERE NOT is_demo "
            + "ON CONFLICT (listener_id) DO UPDATE SET weekly_since = 0");
        using var second = ReplicaProcess.Start(database.Folder, settings);
        using var third = ReplicaProcess.Start(database.Folder, settings);
        await Task.WhenAll(UntilUpAsync(second), UntilUpAsync(third));

        // One dies at once, whatever it is doing.
        await first.KillAsync();
        world.PlayInRow(user, tracks.Skip(10).Take(10), TimeProvider.System.GetUtcNow().AddHours(-2));
        await UntilStoredAsync(database, world, user);

        // One is stopped while Spotify is answering it, and comes back when the other has long done its work.
        var paused = await PauseInAPollAsync(database, spotify, user, tracks, [second, third]);
        await UntilStoredAsync(database, world, user);
        await paused.SignalAsync("CONT");
        await UntilAsync(() => Task.FromResult(paused.Log.Contains(" poll:", StringComparison.Ordinal)));

        // It lives on and works again.
        await UntilUpAsync(paused);
        world.PlayInRow(user, tracks.Skip(50).Take(10), TimeProvider.System.GetUtcNow());
        await UntilStoredAsync(database, world, user);
        await UntilAsync(async () => await database.ScalarAsync("SELECT COUNT(*) FROM mail_letters WHERE state = 'Sent'") == "1" && await database.ScalarAsync("SELECT COUNT(*) FROM narratives") == "1");

        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM gaps"));
        Assert.Single(mail.Letters);
        Assert.Equal("1", await database.ScalarAsync("SELECT COUNT(*) FROM jobs WHERE kind = 'narrative'"));
        Assert.InRange(
            spotify.Log.All.Count(request => request.Path.StartsWith("/spotify/v1", StringComparison.Ordinal)),
            4,
            int.Parse(await database.ScalarAsync("SELECT COUNT(*) FROM api_calls") ?? "", CultureInfo.InvariantCulture));
        Assert.Empty(spotify.Violations);
    }

    [Fact]
    public async Task Replica_BesideAnotherWithoutACertificate_SaysWhichSettingIsMissingAndStops()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        KeyValuePair<string, string>[] settings = [.. Settings(database).Where(setting => setting.Key != "Access__KeyRingCertificate")];
        using var first = ReplicaProcess.Start(database.Folder, settings);
        await UntilUpAsync(first);

        using var second = ReplicaProcess.Start(database.Folder, settings);
        await second.WaitForExitAsync();

        Assert.Equal(1, second.ExitCode);
        await UntilAsync(() => Task.FromResult(second.Log.Contains("Access:KeyRingCertificate", StringComparison.Ordinal)));
        Assert.False(first.HasExited);

        // Killed, it gives no notice; its successor on the same machine starts at once all the same.
        await first.KillAsync();
        using var successor = ReplicaProcess.Start(database.Folder, settings);
        await UntilUpAsync(successor);
    }

    private static Dictionary<string, string> Settings(TestDatabase database) => new(StringComparer.Ordinal)
    {
        ["Database__Provider"] = "Postgres",
        ["ConnectionStrings__Dashboard"] = database.ConnectionString,
        ["Replicas__LeaseTime"] = "00:00:02",
        ["Ingest__WakeEvery"] = "00:00:01",
        ["Access__KeyRingCertificate"] = Certificate(database.Folder),
        ["Demo__Enabled"] = "false",
        ["Logging__LogLevel__Default"] = "Warning",
        ["ReccoBeats__Url"] = "http://127.0.0.1:1/v1",
        ["MusicBrainz__Url"] = "http://127.0.0.1:1/ws/2",
        ["LrcLib__Url"] = "http://127.0.0.1:1/api",
    };

    private static Dictionary<string, string> Settings(TestDatabase database, FakeSpotify spotify, FakeMailServer mail, string token) => new(Settings(database), StringComparer.Ordinal)
    {
        ["Spotify__AccountsUrl"] = spotify.AccountsUrl,
        ["Spotify__ApiUrl"] = spotify.ApiUrl,
        ["Spotify__ClientId"] = spotify.App.ClientId,
        ["Spotify__RefreshToken"] = token,
        ["Mail__Host"] = "localhost",
        ["Mail__Port"] = mail.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail__From"] = "dash@example.org",
    };

    /// <summary>A certificate with its key, in one PEM file.</summary>
    private static string Certificate(string folder)
    {
        var path = Path.Combine(folder, "ring.pem");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=dashboard", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return path;
    }

    /// <summary>Stops whoever polls before the plays it asks for are stored.</summary>
    private static async Task<ReplicaProcess> PauseInAPollAsync(
        TestDatabase database, FakeSpotify spotify, WorldUser user, IReadOnlyList<WorldTrack> tracks, ReplicaProcess[] replicas)
    {
        for (var attempt = 0; ; attempt++)
        {
            spotify.World.PlayInRow(user, tracks.Skip(20 + (5 * attempt)).Take(5), TimeProvider.System.GetUtcNow().AddMinutes(-60 + (8 * attempt)));
            spotify.Faults.Next(1, Fault.Latency(TimeSpan.FromSeconds(5)), "recently-played");
            await database.ExecuteAsync("UPDATE poll_states SET next_due_at = 0");
            var holder = 0;
            await UntilAsync(async () => (holder = await HolderAsync(database)) != 0);
            var paused = Assert.Single(replicas, replica => replica.Id == holder);
            await paused.SignalAsync("STOP");

            // On a busy machine it may have been done by then.
            if (await HolderAsync(database) == paused.Id && !await IsStoredAsync(database, spotify.World, user))
            {
                return paused;
            }

            await paused.SignalAsync("CONT");
            Assert.True(attempt < 5, "No poll could be caught.");
            spotify.Faults.Clear();
            await UntilStoredAsync(database, spotify.World, user);
        }
    }

    /// <summary>Has polls fall due until the plays in the database are those of the world.</summary>
    private static async Task UntilStoredAsync(TestDatabase database, SpotifyWorld world, WorldUser user) => await UntilAsync(async () =>
    {
        if (await database.ScalarAsync("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'leases'") == "0")
        {
            return false;
        }

        await database.ExecuteAsync("UPDATE poll_states SET next_due_at = 0");
        return await IsStoredAsync(database, world, user);
    });

    private static async Task<bool> IsStoredAsync(TestDatabase database, SpotifyWorld world, WorldUser user)
    {
        var stored = (await database.RowsAsync("SELECT p.ended_at, t.spotify_id FROM plays p JOIN tracks t ON t.id = p.track_id")).Select(row => $"{row[0]} {row[1]}").Order().ToList();
        return world.PlaysOf(user).Select(play => $"{play.EndedAt.ToUnixTimeMilliseconds()} {play.Track.Id}").Order().SequenceEqual(stored);
    }

    /// <summary>The process that polls just now; 0 where none does.</summary>
    private static async Task<int> HolderAsync(TestDatabase database) =>
        (await database.RowsAsync("SELECT holder FROM leases WHERE name LIKE 'poll:%' AND holder IS NOT NULL")).SingleOrDefault()?[0]?.Split('/')[1] is { } id
            ? int.Parse(id, CultureInfo.InvariantCulture)
            : 0;

    private static Task UntilUpAsync(ReplicaProcess replica) => UntilAsync(async () =>
    {
        try
        {
            using var http = new HttpClient { BaseAddress = replica.Address };
            using var answer = await http.GetAsync(new Uri("health/live", UriKind.Relative), Cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException) when (!replica.HasExited)
        {
            return false;
        }
    });

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var since = Stopwatch.GetTimestamp(); !await condition(); await Task.Delay(s_look, Cancellation))
        {
            if (Stopwatch.GetElapsedTime(since) > s_patience)
            {
                throw new TimeoutException("The replicas did not come so far.");
            }
        }
    }
}
