using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Moods.Playlists;

/// <summary>The program, connected to a fake Spotify, with some of its tracks in the library.</summary>
internal sealed class PlaylistBench : IAsyncDisposable
{
    private PlaylistBench(FakeSpotify spotify)
    {
        Spotify = spotify;
        Mara = spotify.World.AddUser("mara.l", "Mara Lindqvist");
        Tracks = spotify.World.AddCatalogue(230);
        Host = new DashboardHost(builder => builder
            .UseSetting("Demo:Enabled", "false")
            .UseSetting("Ingest:WakeEvery", "01:00:00")
            .UseSetting("Spotify:AccountsUrl", spotify.AccountsUrl)
            .UseSetting("Spotify:ApiUrl", spotify.ApiUrl)
            .UseSetting("Spotify:ClientId", spotify.App.ClientId));
    }

    public FakeSpotify Spotify { get; }

    public WorldUser Mara { get; }

    public IReadOnlyList<WorldTrack> Tracks { get; }

    public DashboardHost Host { get; }

    public JobRunner Jobs => Host.Services.GetRequiredService<JobRunner>();

    public PlaylistStore Store => Host.Services.GetRequiredService<PlaylistStore>();

    public PlaylistService Playlists => Host.Services.GetRequiredService<PlaylistService>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="scopes">What the listener has consented to, as stored.</param>
    /// <param name="real">What they have really consented to; null for the same.</param>
    public static async Task<PlaylistBench> StartAsync(string scopes = SpotifyScopes.ModifyPrivate, string? real = null)
    {
        var bench = new PlaylistBench(await FakeSpotify.StartAsync(new SpotifyWorld(), TimeProvider.System, Cancellation));
        await bench.ConnectAsync(scopes, real ?? scopes);
        return bench;
    }

    public async Task<ListenerProfile> ListenerAsync() =>
        await Host.Services.GetRequiredService<ListenerDirectory>().FindCurrentAsync(Cancellation) ?? throw new InvalidOperationException("There is no listener.");

    public async Task<IReadOnlyList<PlaylistTrack>> FindAsync(params IEnumerable<string> ids) =>
        await Host.Services.GetRequiredService<PlaylistTracks>().FindAsync((await ListenerAsync()).Id, ids, Cancellation);

    public async Task<(int Status, JsonElement Body)> PostAsync(object body)
    {
        using var client = Host.CreateClient();
        using var response = await client.PostAsJsonAsync("/api/playlists", body, Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    /// <summary>Asks for a playlist and waits until its job has ended.</summary>
    public async Task<(PlaylistRow Row, JobView Job)> MakeAsync(string name, params IEnumerable<string> ids)
    {
        var listener = await ListenerAsync();
        var (playlist, job) = await Playlists.AskAsync(listener, name, await FindAsync(ids), Cancellation);
        return (await RowAsync(playlist), await EndOfAsync(job ?? throw new InvalidOperationException("Consent is missing.")));
    }

    public async Task<PlaylistRow> RowAsync(Guid id) =>
        await Store.FindAsync((await ListenerAsync()).Id, id, Cancellation) ?? throw new InvalidOperationException("There is no such playlist.");

    public async Task<JobView> EndOfAsync(Guid job)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = Host.Services.GetRequiredService<JobsChanged>().Subscribe(news =>
        {
            if (news.Id == job && news.HasEnded)
            {
                ended.TrySetResult();
            }
        });
        while (true)
        {
            var view = await Jobs.FindAsync(job, Cancellation) ?? throw new InvalidOperationException("There is no such job.");
            if (view.HasEnded)
            {
                return view;
            }

            await ended.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Assert.Empty(Spotify.Violations);
        await Spotify.DisposeAsync();
    }

    private async Task ConnectAsync(string scopes, string real)
    {
        var listener = await SongWriter.AddAsync(
            Host.Services,
            [.. Tracks.Select(static track => new Song(track.Id, new Dictionary<string, double>()) { Title = track.Name }), new Song("name only", new Dictionary<string, double>())]);
        await using var context = await Host.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        context.SpotifyAccounts.Add(new SpotifyAccountRow
        {
            ListenerId = listener,
            AccountId = Mara.AccountId,
            UserId = Mara.Id,
            ClientId = Spotify.App.ClientId,
            Scopes = scopes,
            RefreshToken = Host.Services.GetRequiredService<SecretBox>().Seal(Spotify.Tokens.IssueRefresh(Mara, SpotifyScopes.Parse(real), TimeProvider.System.GetUtcNow(), isPublic: true).Value),
        });
        await context.SaveChangesAsync(Cancellation);
    }
}
