using System.Net;
using System.Text;
using System.Text.Json;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>Asks the API of stories.</summary>
internal static class StoryCalls
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Four plays on three days of March 2026.</summary>
    public static Task AddMarchAsync(this ApiHost host) => host.AddPlaysAsync(
        ("2026-03-02T10:00:00Z", 200_000, "One"), ("2026-03-02T20:00:00Z", 190_000, "=Two"), ("2026-03-03T10:00:00Z", 200_000, "One"), ("2026-03-05T21:00:00Z", 200_000, "One"));

    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(this ApiHost host, HttpMethod method, string address, string? body = null)
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return (response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    /// <summary>Asks for a story; the number of its job.</summary>
    public static async Task<Guid> StartAsync(this ApiHost host, string? body)
    {
        var (status, started) = await host.SendAsync(HttpMethod.Post, "/api/narratives", body);
        Assert.Equal(HttpStatusCode.Accepted, status);
        return started.GetProperty("jobId").GetGuid();
    }

    /// <summary>The job once it has ended.</summary>
    public static async Task<JsonElement> EndOfAsync(this ApiHost host, Guid job)
    {
        for (var round = 0; ; round++)
        {
            var (_, view) = await host.GetAsync($"/api/jobs/{job}");
            if (view.GetProperty("state").GetString() is not ("queued" or "running"))
            {
                return view;
            }

            Assert.True(round < 3000, "The job did not end.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }
}
