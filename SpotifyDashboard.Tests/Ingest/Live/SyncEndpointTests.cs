using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;

namespace SpotifyDashboard.Tests.Ingest.Live;

public sealed class SyncEndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_WhereNobodyIsConnected_SaysSoPlainly()
    {
        await using var host = new DashboardHost(static builder => builder.UseSetting("Demo:Enabled", "false"));
        using var http = new HttpClient { BaseAddress = host.Start() };
        await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(Cancellation);

        using var answer = await http.PostAsync(new Uri("api/spotify/sync", UriKind.Relative), content: null, Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("not connected", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ForTheDemo_StartsAJobAtOnceWhoseResultHasTheFieldsOfTheDesign()
    {
        await using var host = new DashboardHost();
        using var http = new HttpClient { BaseAddress = host.Start() };
        HttpResponseMessage answer;
        while ((answer = await http.PostAsync(new Uri("api/spotify/sync", UriKind.Relative), content: null, Cancellation)).StatusCode == HttpStatusCode.Conflict)
        {
            // The demo is made beside the start.
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }

        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("jobId").GetString();
        JsonElement job;
        do
        {
            job = await http.GetFromJsonAsync<JsonElement>(new Uri($"api/jobs/{id}", UriKind.Relative), Cancellation);
        }
        while (job.GetProperty("state").GetString() is "queued" or "running");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(
            ["plays", "topTracks", "topArtists", "savedTracks", "features", "gaps", "callsLeft", "blockedUntil"],
            job.GetProperty("result").EnumerateObject().Select(field => field.Name));
        answer.Dispose();
    }
}
