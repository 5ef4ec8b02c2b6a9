using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.House;

namespace SpotifyDashboard.Tests.Statistics;

/// <summary>The program on an own SQLite file, without demo, asked over HTTP.</summary>
public sealed class ApiHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("api-");

    /// <summary>Settings beside the database's.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Replaces services of the program.</summary>
    public Action<IServiceCollection>? Register { get; set; }

    /// <summary>Stores plays of the tracks "One" (200 s, with a Spotify id) and "Two" (known by name only).</summary>
    public async Task AddPlaysAsync(params (string StartedUtc, int Ms, string Title)[] plays)
    {
        var listener = await Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(TestContext.Current.CancellationToken);
        await using (var context = await Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var artist = new Artist { Name = "Beyoncé, \"B\"" };
            context.Artists.Add(artist);
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            context.Tracks.Add(new Track { SpotifyId = "one", NameKey = NameKey.Of(artist.Name, "One"), Title = "One", ArtistId = artist.Id, DurationMs = 200_000 });
            context.Tracks.Add(new Track { NameKey = NameKey.Of(artist.Name, "=Two"), Title = "=Two", ArtistId = artist.Id });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            var id = 0;
            foreach (var (startedUtc, ms, title) in plays)
            {
                var started = DateTimeOffset.Parse(startedUtc, CultureInfo.InvariantCulture);
                context.Plays.Add(new Play
                {
                    Id = ++id,
                    ListenerId = listener,
                    StartedAt = started,
                    EndedAt = started.AddMilliseconds(ms),
                    MsPlayed = ms,
                    TrackId = (await context.Tracks.SingleAsync(track => track.Title == title, TestContext.Current.CancellationToken)).Id,
                    Source = title == "One" ? Source.ExtendedExport : Source.AccountExport,
                    Precision = title == "One" ? Precision.Exact : Precision.Estimated,
                    CircumstanceId = Circumstance.UnknownId,
                });
            }

            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var write = await Services.GetRequiredService<StorageWriter>().BeginAsync(listener, TestContext.Current.CancellationToken);
        write.MarkAdded();
        await write.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Takes the tables away.</summary>
    public async Task BreakDatabaseAsync()
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlRawAsync("ALTER TABLE jobs RENAME TO hidden", TestContext.Current.CancellationToken);
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string address)
    {
        using var client = CreateClient();
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(_folder.FullName, "dashboard.db")};Pooling=False");
        builder.UseSetting("Demo:Enabled", "false");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services => Register?.Invoke(services));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await ProgramFolder.DeleteAsync(_folder.FullName);
    }
}
