using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Ingest;

namespace SpotifyDashboard.Tests.Statistics.History;

/// <summary>A dashboard without demo whose history a test brings itself.</summary>
/// <param name="services">Changes services; null: as they are.</param>
internal sealed class HistoryHost(Action<IServiceCollection>? services = null) : IAsyncDisposable
{
    public DashboardHost Dashboard { get; } = new(builder => builder.UseSetting("Demo:Enabled", "false").ConfigureServices(found => services?.Invoke(found)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Imports rows of the extended history over the API and waits until they are stored.</summary>
    public async Task ImportAsync(params IEnumerable<string> rows)
    {
        using var client = new HttpClient { BaseAddress = Dashboard.Start() };
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Rows.List(rows))), "files", "Streaming_History_Audio_1.json" } };
        using var answer = await client.PostAsync(new Uri("/api/import", UriKind.Relative), form, Cancellation);
        var job = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("jobId").GetString();
        while (!string.Equals((await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/jobs/{job}", UriKind.Relative), Cancellation)).GetProperty("state").GetString(), "succeeded", StringComparison.Ordinal))
        {
            await Task.Yield();
        }
    }

    /// <summary>An hour of rows a minute apart, each its own track, ending at a moment.</summary>
    public static IEnumerable<string> Minutes(string last, int count) => Enumerable.Range(0, count).Select(minute => Rows.Extended(
        DateTimeOffset.Parse(last, CultureInfo.InvariantCulture).AddMinutes(-minute).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), ms: 50_000, track: minute + 1));

    /// <summary>Stores plays by the statement of a database: a million is a matter of seconds.</summary>
    public async Task SeedAsync(int plays)
    {
        Dashboard.Start();
        var listener = await Dashboard.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(Cancellation);
        await using var context = await Dashboard.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        var statements = string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO artists (id, spotify_id, name) VALUES (1, '', 'Nordlys Kollektiv');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO tracks (id, spotify_id, name_key, title, artist_id, named_at, is_invented) SELECT i, 'seeded' || i, 'song ' || i, 'Song ' || i, 1, 0, 0 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {plays})
            INSERT INTO plays (listener_id, started_at, id, ended_at, ms_played, track_id, source, precision, circumstance_id, flags)
            SELECT {listener}, 1400000000000 + i * 300000, i, 1400000000000 + i * 300000 + 200000, 200000, 1 + i % 2000, 1, 1, 1, 0 FROM n;
            UPDATE listeners SET plays_version = plays_version + 1, rewritten_at_version = plays_version + 1;
            """);
        await context.Database.ExecuteSqlRawAsync(statements, Cancellation);
    }

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}
