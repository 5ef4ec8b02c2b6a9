using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SpotifyDashboard.Tests.Browser;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>The import over HTTP: an upload answers at once with a job, whose result is the ledger.</summary>
public sealed class ImportEndpointTests
{
    [Fact]
    public async Task Upload_OfSeveralFiles_AnswersWithAJobThatEndsInTheLedger()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        using var http = new HttpClient { BaseAddress = host.Start() };
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Rows.List(Rows.Extended("2024-05-01T10:00:00Z"), Rows.Extended("2024-05-01T10:00:05Z"))), "files", "Streaming_History_Audio_2024_1.json" },
            { new StringContent("track_id,energy\n0aHand0000000000000002,0.5\n"), "files", "features.csv" },
        };

        using var answer = await http.PostAsync(new Uri("api/import", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("jobId").GetGuid();
        var job = await EndedAsync(http, id);
        Assert.Equal(("import", "succeeded"), (job.GetProperty("kind").GetString(), job.GetProperty("state").GetString()));
        var result = job.GetProperty("result");
        Assert.True(result.GetProperty("balances").GetBoolean());
        Assert.Equal(
            ["added", "duplicate", "kind", "malformed", "merged", "name", "notMusic", "read", "reasons"],
            result.GetProperty("files")[0].EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["extended", "tracks"], result.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("kind").GetString()));
        Assert.Equal((3, 2, 1), (Total(result, "read"), Total(result, "added"), Total(result, "duplicate")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(host.Folder, "uploads")));
    }

    [Fact]
    public async Task Upload_LargerThanTheSetting_IsRefusedByNamingIt()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false").UseSetting("Import:MaxUploadMb", "1"));
        using var http = new HttpClient { BaseAddress = host.Start() };
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[(1 << 20) + 1]), "files", "large.json" } };

        using var answer = await http.PostAsync(new Uri("api/import", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Import:MaxUploadMb", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(host.Folder, "uploads")));
    }

    [Fact]
    public async Task Upload_WithoutAFile_IsABadRequest()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        using var http = new HttpClient { BaseAddress = host.Start() };
        using var form = new MultipartFormDataContent { { new StringContent("x"), "note" } };

        using var answer = await http.PostAsync(new Uri("api/import", UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var plain = await http.PostAsJsonAsync(new Uri("api/import", UriKind.Relative), 1, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, plain.StatusCode);
    }

    [Fact]
    public async Task Upload_OfAWrongFile_EndsInAFailedJobWithASentence()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        using var http = new HttpClient { BaseAddress = host.Start() };
        using var form = new MultipartFormDataContent { { new StringContent("hello"), "files", "letter.txt" } };

        using var answer = await http.PostAsync(new Uri("api/import", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var job = await EndedAsync(http, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("jobId").GetGuid());

        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Contains("letter.txt", job.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static long Total(JsonElement result, string name) => result.GetProperty("total").GetProperty(name).GetInt64();

    private static async Task<JsonElement> EndedAsync(HttpClient http, Guid id)
    {
        while (true)
        {
            var job = await http.GetFromJsonAsync<JsonElement>(new Uri($"api/jobs/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
            if (job.GetProperty("state").GetString() is not ("queued" or "running"))
            {
                return job;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
