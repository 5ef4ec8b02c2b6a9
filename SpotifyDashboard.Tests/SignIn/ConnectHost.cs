using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>The whole program on a port that its redirect address names, connected to nobody yet, and a fake Spotify for it.</summary>
internal sealed class ConnectHost : IAsyncDisposable
{
    private ConnectHost(FakeSpotify spotify, int port, Action<IWebHostBuilder>? configure)
    {
        Spotify = spotify;
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        Mara = spotify.World.AddUser("mara.l", "Mara Lindqvist");
        Mara.ImageUrl = null; // covers and pictures stand on a host that no test reaches
        Host = new DashboardHost(
            builder =>
            {
                builder.UseSetting("Demo:Enabled", "false");
                builder.UseSetting("Spotify:AccountsUrl", spotify.AccountsUrl);
                builder.UseSetting("Spotify:ApiUrl", spotify.ApiUrl);
                builder.UseSetting("Spotify:RedirectUri", $"{Address}/callback");
                builder.UseSetting("ReccoBeats:Url", Address);
                builder.UseSetting("MusicBrainz:Url", Address);
                builder.UseSetting("Ingest:WakeEvery", "00:00:01");
                configure?.Invoke(builder);
            },
            port);
    }

    public FakeSpotify Spotify { get; }

    public WorldUser Mara { get; }

    public DashboardHost Host { get; }

    /// <summary>Where the dashboard answers, without a slash at its end.</summary>
    public string Address { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="configure">Settings of the test.</param>
    /// <param name="world">What the fake shows; null for an empty world.</param>
    public static async Task<ConnectHost> StartAsync(Action<IWebHostBuilder>? configure = null, SpotifyWorld? world = null) =>
        new(await FakeSpotify.StartAsync(world ?? new SpotifyWorld(), TimeProvider.System, Cancellation), FreePort(), configure);

    /// <summary>Stores a login as it was left some time ago.</summary>
    public async Task LogInAsync(DateTimeOffset authorizedAt, string? needsLogin = null)
    {
        Host.Start();
        var services = Host.Services;
        var secrets = services.GetRequiredService<SecretBox>();
        var listener = await services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(Cancellation);
        await using var context = await services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        context.SpotifyAccounts.Add(new SpotifyAccountRow
        {
            ListenerId = listener,
            AccountId = Mara.AccountId,
            UserId = Mara.Id,
            ClientId = Spotify.App.ClientId,
            Scopes = "",
            RefreshToken = needsLogin is null ? secrets.Seal(Spotify.GiveRefreshToken(Mara, authorizedAt)) : null,
            NeedsLoginSince = needsLogin is null ? null : TimeProvider.System.GetUtcNow(),
            NeedsLoginReason = needsLogin,
        });
        (await context.Listeners.SingleAsync(row => row.Id == listener, Cancellation)).AuthorizedAt = authorizedAt;
        await context.SaveChangesAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Spotify.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
