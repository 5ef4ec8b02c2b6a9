using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpotifyDashboard.Benchmarks.Chaos;

/// <summary>People who listen, look, sync and import while everything breaks.</summary>
internal sealed class ChaosTraffic(ChaosWorld world, IReadOnlyList<ChaosServer> servers, ChaosDiary diary, int seed) : IDisposable
{
    private static readonly string[] s_pages = ["", "stats", "history", "top20", "status", "api/stats/summary", "api/stats/top?kind=tracks", "api/history", "api/status", "health/ready"];

    /// <summary>Of one import, a second or so apart.</summary>
    private const int Tries = 300;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>Imports that were answered 202.</summary>
    public int Imports { get; private set; }

    /// <summary>Runs until <paramref name="stop"/>; an export that was begun is uploaded until a server has taken it.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(ListenAsync(stop), BrowseAsync(stop), SyncAsync(stop), ImportAsync(stop));

    /// <summary>Whether every server answers that it is ready.</summary>
    public async Task<bool> AreReadyAsync()
    {
        foreach (var server in servers)
        {
            if (!await IsReadyAsync(server))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one does.</summary>
    public async Task<bool> IsReadyAsync(ChaosServer server) => await GetAsync(server, "health/ready") == HttpStatusCode.OK;

    public void Dispose() => _http.Dispose();

    private static async Task PauseAsync(Random random, int from, int to, CancellationToken stop) =>
        await Task.Delay(random.Next(from, to), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task ListenAsync(CancellationToken stop)
    {
        for (var random = new Random(seed + 1); !stop.IsCancellationRequested; await PauseAsync(random, 2100, 9000, stop))
        {
            world.Listen();
        }
    }

    private async Task BrowseAsync(CancellationToken stop)
    {
        for (var random = new Random(seed + 2); !stop.IsCancellationRequested; await PauseAsync(random, 100, 600, stop))
        {
            var page = s_pages[random.Next(s_pages.Length)];
            var status = await GetAsync(servers[random.Next(servers.Count)], page);
            diary.Count(string.Create(CultureInfo.InvariantCulture, $"page or API answered {(status is null ? "nothing" : (int)status)}"));
            if (status == HttpStatusCode.InternalServerError)
            {
                diary.Note("unnamed failure (500)", $"of /{page}");
            }
        }
    }

    private async Task SyncAsync(CancellationToken stop)
    {
        for (var random = new Random(seed + 3); !stop.IsCancellationRequested; await PauseAsync(random, 5000, 20_000, stop))
        {
            diary.Count($"sync {(await PostAsync(servers[random.Next(servers.Count)], "api/spotify/sync", content: null) is null ? "not taken" : "begun")}");
        }
    }

    private async Task ImportAsync(CancellationToken stop)
    {
        for (var random = new Random(seed + 4); !stop.IsCancellationRequested; await PauseAsync(random, 3000, 15_000, stop))
        {
            var export = world.Export();
            for (var left = Tries; ; left--)
            {
                using var form = new MultipartFormDataContent { { new ByteArrayContent(export), "files", $"Streaming_History_Audio_{Imports}.json" } };
                if (await PostAsync(servers[random.Next(servers.Count)], "api/import", form) is not null)
                {
                    break;
                }

                if (left == 0)
                {
                    throw new InvalidOperationException("No server takes an import any more.");
                }

                diary.Count("import not taken, tried again");
                await PauseAsync(random, 500, 2000, CancellationToken.None);
            }

            Imports++;
            diary.Count("import begun");
        }
    }

    private async Task<HttpStatusCode?> GetAsync(ChaosServer server, string page)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(server.Address, page), HttpCompletionOption.ResponseContentRead);
            return answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <returns>The job's number; null where no server took it.</returns>
    private async Task<string?> PostAsync(ChaosServer server, string path, HttpContent? content)
    {
        try
        {
            using var answer = await _http.PostAsync(new Uri(server.Address, path), content);
            return answer.StatusCode == HttpStatusCode.Accepted ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("jobId").GetString() : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or JsonException or IOException)
        {
            return null;
        }
    }
}
