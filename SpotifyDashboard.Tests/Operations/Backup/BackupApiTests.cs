using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Operations.Backup;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Operations.Backup;

/// <summary>Backups over HTTP, and by themselves.</summary>
public sealed class BackupApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backup_AskedForOverHttp_IsTakenAndListed()
    {
        await using var host = new ApiHost { Settings = { ["Backup:Every"] = "1.00:00:00" } };
        await host.AddPlaysAsync(("2026-01-05T08:00:00Z", 200_000, "One"));
        using var client = host.CreateClient();
        var (_, before) = await host.GetAsync("/api/backups");
        Assert.Empty(before.GetProperty("backups").EnumerateArray());
        Assert.NotEqual(JsonValueKind.Null, before.GetProperty("nextAt").ValueKind);

        using var accepted = await client.PostAsync(new Uri("/api/backups", UriKind.Relative), content: null, Cancellation);

        Assert.Equal(202, (int)accepted.StatusCode);
        var job = await EndAsync(client, (await accepted.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("jobId").GetGuid());
        Assert.Equal("succeeded", job.GetProperty("state").GetString());
        Assert.Equal(1, job.GetProperty("result").GetProperty("plays").GetInt64());
        var (_, after) = await host.GetAsync("/api/backups");
        var backup = Assert.Single(after.GetProperty("backups").EnumerateArray());
        Assert.Equal(job.GetProperty("result").GetProperty("name").GetString(), backup.GetProperty("name").GetString());
        Assert.True(File.Exists(Path.Combine(after.GetProperty("folder").GetString() ?? "", backup.GetProperty("name").GetString() ?? "")));
    }

    [Fact]
    public async Task Backup_BeforeThereIsAnythingOfOnesOwn_IsRefusedWithASentence()
    {
        await using var host = new ApiHost();
        using var client = host.CreateClient();

        using var refused = await client.PostAsync(new Uri("/api/backups", UriKind.Relative), content: null, Cancellation);

        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("import", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartIfDue_AskedByManyAtOnce_BeginsOne()
    {
        await using var host = new ApiHost { Settings = { ["Backup:Every"] = "1.00:00:00" } };
        await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(Cancellation);
        var backups = host.Services.GetRequiredService<BackupService>();

        var begun = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => backups.StartIfDueAsync(Cancellation)).ToList());

        var job = Assert.Single(begun, id => id is not null);
        using var client = host.CreateClient();
        Assert.Equal("succeeded", (await EndAsync(client, job ?? Guid.Empty)).GetProperty("state").GetString());
        Assert.Null(await backups.StartIfDueAsync(Cancellation));
    }

    private static async Task<JsonElement> EndAsync(HttpClient client, Guid id)
    {
        while (true)
        {
            var job = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/jobs/{id}", UriKind.Relative), Cancellation);
            if (job.GetProperty("state").GetString() is not ("queued" or "running"))
            {
                return job;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }
    }
}
