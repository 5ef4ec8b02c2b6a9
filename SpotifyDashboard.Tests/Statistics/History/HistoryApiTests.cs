using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Ingest;

namespace SpotifyDashboard.Tests.Statistics.History;

/// <summary>What the API gives of the history, and how it is changed over it.</summary>
public sealed class HistoryApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Downloads_WithAFilter_HoldItsPlaysAndNoOthers()
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z", track: 1, title: "=Élan"), Rows.Extended("2024-05-01T10:10:41Z", track: 2));
        using var client = Client(host.Dashboard);

        var json = await client.GetFromJsonAsync<JsonElement>(Address("/api/history.json?q=elan"), Cancellation);
        var csv = await client.GetByteArrayAsync(Address("/api/history.csv?q=elan"), Cancellation);

        var play = Assert.Single(json.EnumerateArray());
        Assert.Equal(("=Élan", "2024-05-01T09:57:21.000Z"), (play.GetProperty("title").GetString(), play.GetProperty("startedAt").GetString()));
        Assert.Equal([0xEF, 0xBB, 0xBF], csv.Take(3));
        Assert.Equal(2, System.Text.Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("'=Élan", System.Text.Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Play_DeletedAndRestored_IsGoneFromEverythingAndBack()
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z", track: 1), Rows.Extended("2024-05-01T10:10:41Z", track: 2));
        using var client = Client(host.Dashboard);

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(client.DeleteAsync(Address("/api/history/2"), Cancellation)));
        var removed = Assert.Single((await client.GetFromJsonAsync<JsonElement>(Address("/api/history/removed"), Cancellation)).EnumerateArray());
        var between = await PlaysAsync(client);
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(client.PostAsync(Address("/api/history/2/restore"), content: null, Cancellation)));

        Assert.Equal((2, "Song 2"), (removed.GetProperty("id").GetInt32(), removed.GetProperty("title").GetString()));
        Assert.Equal(1, between);
        Assert.Equal(2, await PlaysAsync(client));
        Assert.Empty((await client.GetFromJsonAsync<JsonElement>(Address("/api/history/removed"), Cancellation)).EnumerateArray());
    }

    [Theory]
    [InlineData("/api/history/99")]
    [InlineData("/api/history/0")]
    public async Task UnknownPlay_IsNotFoundWithAProblem(string address)
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z"));
        using var client = Client(host.Dashboard);

        using var deleted = await client.DeleteAsync(Address(address), Cancellation);
        using var restored = await client.PostAsync(Address($"{address}/restore"), content: null, Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (deleted.StatusCode, restored.StatusCode));
        Assert.Equal("application/problem+json", deleted.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task DemosPlay_IsRefusedWithTheReason()
    {
        await using var host = new DashboardHost();
        using var client = Client(host);
        await host.Services.GetRequiredService<DemoListener>().EnsureAsync(Cancellation);

        using var answer = await client.DeleteAsync(Address("/api/history/1"), Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("demo", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Downloaded_IsAFileThatImportsToNothingNew()
    {
        await using var host = new HistoryHost();
        await host.ImportAsync(Rows.Extended("2024-05-01T10:00:41Z"));
        using var client = Client(host.Dashboard);

        using var answer = await client.GetAsync(Address("/api/export"), Cancellation);
        var rows = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        await host.ImportAsync(rows.EnumerateArray().Select(row => row.GetRawText()));

        Assert.StartsWith("Streaming_History_Audio_", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(1, await PlaysAsync(client));
    }

    private static HttpClient Client(DashboardHost host) => new() { BaseAddress = host.Start() };

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        return answer.StatusCode;
    }

    private static async Task<int> PlaysAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(Address("/api/history"), Cancellation)).GetProperty("items").GetArrayLength();
}
