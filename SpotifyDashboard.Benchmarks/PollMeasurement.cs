using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>
/// Processor time of one poll of fifty known plays, the answering server's included:
/// <c>dotnet run -c Release --project SpotifyDashboard.Benchmarks -- poll</c>.
/// </summary>
internal static class PollMeasurement
{
    public const string Name = "poll";

    private const int WarmUp = 50;
    private const int Polls = 300;

    public static async Task<bool> TryRunAsync(string[] args)
    {
        if (args is not [Name])
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("dashboard-poll-");
        try
        {
            await MeasureAsync(folder.FullName);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }

        return true;
    }

    private static async Task MeasureAsync(string folder)
    {
        await using var server = await ServeAsync();
        using var program = Program(folder, server.Urls.Single());
        await program.Services.PrepareDatabaseAsync(CancellationToken.None);
        var listener = await program.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(CancellationToken.None);
        var poll = program.Services.GetRequiredService<ListenerPoll>();
        for (var i = 0; i < WarmUp; i++)
        {
            await poll.RunAsync(listener, isAskedFor: true, CancellationToken.None);
        }

        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Polls; i++)
        {
            await poll.RunAsync(listener, isAskedFor: true, CancellationToken.None);
        }

        var each = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Polls;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a poll of fifty known plays: {each:0.00} ms of processor time"));
    }

    private static IHost Program(string folder, string address) => MeasuredProgram.Build(
        new("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(folder, "dashboard.db")}"),
        new("Spotify:ApiUrl", $"{address}/v1"),
        new("Spotify:DailyCalls", "100000"));

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var page = Page();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapGet("/v1/me/player/recently-played", () => Results.Bytes(page, "application/json"));
        await server.StartAsync();
        return server;
    }

    private static byte[] Page()
    {
        var end = new DateTimeOffset(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);
        var items = Enumerable.Range(0, 50).Select(i => string.Create(CultureInfo.InvariantCulture, $$"""
            { "played_at": "{{end.AddMinutes(-4 * i):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}", "context": { "type": "playlist", "uri": "spotify:playlist:3dFakePlaylist0000001" },
              "track": { "id": "0aFakeTrack{{i:00000000000}}", "type": "track", "name": "Track {{i}}", "duration_ms": 214000, "explicit": false, "is_local": false,
                "external_ids": { "isrc": "SEFAK26{{i:00000}}" },
                "artists": [ { "id": "1bFakeArtist{{i:0000000000}}", "name": "Artist {{i}}", "type": "artist" } ],
                "album": { "id": "2cFakeAlbum{{i:00000000000}}", "name": "Album {{i}}", "release_date": "2025-09", "images": [ { "url": "https://i.scdn.co/image/{{i}}", "height": 640, "width": 640 } ],
                  "artists": [ { "id": "1bFakeArtist{{i:0000000000}}", "name": "Artist {{i}}", "type": "artist" } ] } } }
            """));
        return Encoding.UTF8.GetBytes($$"""{ "items": [ {{string.Join(',', items)}} ], "next": null, "limit": 50, "cursors": null, "href": "x" }""");
    }
}
