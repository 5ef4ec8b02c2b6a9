using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.SignIn.Sharing;
using SpotifyDashboard.SignIn.Sharing.Kept;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.SignIn.Sharing;

/// <summary>The program on a clock that stands still, with two plays of "One", the public top 20 of listener 1 and the page <see cref="HeldPage"/>.</summary>
internal sealed class KeptHost : IAsyncDisposable
{
    private readonly ApiHost _host = new();

    private KeptHost()
    {
        _host.Settings["Access:PublicTop20"] = "1";
        _host.Register = services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddSingleton<ISharedPage>(Held);
        };
    }

    public DrivenTime Time { get; } = new();

    public HeldPage Held { get; } = new();

    public IServiceProvider Services => _host.Services;

    public KeptPages Kept => Services.GetRequiredService<KeptPages>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<KeptHost> StartAsync()
    {
        var host = new KeptHost();
        await host._host.AddPlaysAsync(("2026-11-10T10:00:00Z", 200_000, "One"), ("2026-11-11T10:00:00Z", 200_000, "One"));
        return host;
    }

    /// <summary>A client that keeps no cookies and undoes no encoding.</summary>
    public HttpClient CreateClient() => _host.CreateDefaultClient();

    /// <summary>Asks as a browser that is told nothing: no cookies kept, no encoding undone.</summary>
    public async Task<HttpResponseMessage> AskAsync(string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var client = CreateClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request, Cancellation);
    }

    public async Task<(HttpStatusCode Status, string Html)> ReadAsync(string path)
    {
        using var response = await AskAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    public Task<NewShare> ShareAsync(string page, bool showsName = false) =>
        Services.GetRequiredService<ShareLinks>().CreateAsync(1, page, showsName, ShareLinks.UsualDays, Cancellation);

    /// <summary>Stores a play of "=Two" as an import in this process would.</summary>
    public async Task PlayTwoAsync()
    {
        await using (var context = await Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation))
        {
            var two = await context.Tracks.SingleAsync(track => track.Title == "=Two", Cancellation);
            var started = new DateTimeOffset(2026, 11, 12, 10, 0, 0, TimeSpan.Zero);
            context.Plays.Add(new Play
            {
                Id = 100,
                ListenerId = 1,
                StartedAt = started,
                EndedAt = started.AddMinutes(3),
                MsPlayed = 180_000,
                TrackId = two.Id,
                Source = Source.AccountExport,
                Precision = Precision.Estimated,
                CircumstanceId = Circumstance.UnknownId,
            });
            await context.SaveChangesAsync(Cancellation);
        }

        await using var write = await Services.GetRequiredService<StorageWriter>().BeginAsync(1, Cancellation);
        write.MarkAdded();
        await write.CommitAsync(Cancellation);
    }

    /// <summary>Writes as another process would: without a word to this one.</summary>
    public async Task ElsewhereAsync(string sql)
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        await context.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
