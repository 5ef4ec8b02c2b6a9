using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>Kills the real program while it polls and syncs, again and again.</summary>
public sealed class FollowKillTests(PostgresServer server)
{
    private const int Kills = 5;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_KilledWhilePollingAndSyncing_LosesAndDoublesNothingAndCountsEveryCall()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        var world = new SpotifyWorld();
        await using var spotify = await FakeSpotify.StartAsync(world, TimeProvider.System, Cancellation);
        var user = world.AddUser("mara.l", "Mara Lindqvist");
        var tracks = world.AddCatalogue(260);
        foreach (var (track, number) in tracks.Select((track, number) => (track, number)))
        {
            world.Save(user, track, TimeProvider.System.GetUtcNow().AddHours(number - 1000));
        }

        var token = spotify.GiveRefreshToken(user);
        using var http = new HttpClient { BaseAddress = _address };
        var random = new Random(7);
        for (var round = 0; round < Kills; round++)
        {
            world.PlayInRow(user, tracks.Skip(8 * round).Take(8), TimeProvider.System.GetUtcNow());
            using var program = Start(database, spotify, token);
            await UntilAsync(() => IsUpAsync(http));
            await http.PostAsync(new Uri("api/spotify/sync", UriKind.Relative), content: null, Cancellation);
            await Task.Delay(random.Next(0, 600), Cancellation);
            program.Kill();
            await program.WaitForExitAsync(Cancellation);

            // As if the time to the next poll had run out.
            await database.ExecuteAsync("UPDATE poll_states SET next_due_at = 0");
        }

        using (var last = Start(database, spotify, token))
        {
            await UntilAsync(() => IsUpAsync(http));
            await UntilAsync(() => HasSyncedAsync(http));
            last.Kill();
            await last.WaitForExitAsync(Cancellation);
        }

        var plays = (await database.RowsAsync("SELECT p.ended_at, t.spotify_id FROM plays p JOIN tracks t ON t.id = p.track_id")).Select(row => $"{row[0]} {row[1]}");
        Assert.Equal(world.PlaysOf(user).Select(play => $"{play.EndedAt.ToUnixTimeMilliseconds()} {play.Track.Id}").Order(), plays.Order());
        Assert.Equal("260", await database.ScalarAsync("SELECT COUNT(*) FROM library_tracks"));
        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM gaps"));
        Assert.InRange(
            spotify.Log.All.Count(request => request.Path.StartsWith("/spotify/v1", StringComparison.Ordinal)),
            Kills,
            int.Parse(await database.ScalarAsync("SELECT COUNT(*) FROM api_calls") ?? "", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(spotify.Violations);
    }

    private Process Start(TestDatabase database, FakeSpotify spotify, string token)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = database.Folder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SpotifyDashboard.dll"), "--urls", _address.AbsoluteUri },
            Environment =
            {
                ["ConnectionStrings__Dashboard"] = database.ConnectionString,
                ["Logging__LogLevel__Default"] = "None",
                ["Demo__Enabled"] = "false",
                ["Spotify__AccountsUrl"] = spotify.AccountsUrl,
                ["Spotify__ApiUrl"] = spotify.ApiUrl,
                ["Spotify__ClientId"] = spotify.App.ClientId,
                ["Spotify__RefreshToken"] = token,
                ["ReccoBeats__Url"] = "http://127.0.0.1:1/v1",
                ["MusicBrainz__Url"] = "http://127.0.0.1:1/ws/2",
            },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
    }

    /// <summary>Answers, and somebody is connected.</summary>
    private static async Task<bool> IsUpAsync(HttpClient http)
    {
        using var answer = await http.PostAsync(new Uri("api/spotify/sync", UriKind.Relative), content: null, Cancellation);
        return answer.StatusCode == HttpStatusCode.Accepted;
    }

    /// <summary>Whether a sync that is asked for now ends well. One that a dead program left is taken up first.</summary>
    private static async Task<bool> HasSyncedAsync(HttpClient http)
    {
        using var answer = await http.PostAsync(new Uri("api/spotify/sync", UriKind.Relative), content: null, Cancellation);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("jobId").GetGuid();
        JsonElement job;
        do
        {
            await Task.Delay(s_look, Cancellation);
            job = await http.GetFromJsonAsync<JsonElement>(new Uri($"api/jobs/{id}", UriKind.Relative), Cancellation);
        }
        while (job.GetProperty("state").GetString() is "queued" or "running");

        return job.GetProperty("state").GetString() == "succeeded";
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < s_patience)
        {
            try
            {
                if (await condition())
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(s_look, Cancellation);
        }

        throw new TimeoutException("The program did not come so far.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
