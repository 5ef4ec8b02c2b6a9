using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>One running program for all attacks of a class; whatever was tried, it must be well afterwards.</summary>
public sealed class AttackedHouse : IAsyncLifetime
{
    /// <summary>The program and its people.</summary>
    internal AccountsHost House { get; private set; } = null!;

    /// <summary>What the program wrote of it.</summary>
    internal KeptLog Log { get; } = new();

    public async ValueTask InitializeAsync() => House = await StartAsync(Log);

    public async ValueTask DisposeAsync()
    {
        using var client = House.Anonymous();
        using var health = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), CancellationToken.None);
        await House.DisposeAsync();
        Log.Dispose();
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    /// <summary>A program with small limits, so that going over them takes no time.</summary>
    /// <param name="log">Keeps what it writes.</param>
    internal static Task<AccountsHost> StartAsync(KeptLog log) => AccountsHost.StartAsync(builder => builder
        .ConfigureLogging(logging => logging.AddProvider(log))
        .UseSetting("Access:RequestsPerMinute", "1000000")
        .UseSetting("Import:MaxUploadMb", "2")
        .ConfigureServices(static services => services.PostConfigure<KestrelServerOptions>(static server =>
        {
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            server.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(2));
        })));

    /// <summary>The same person in another browser, which may be signed out without hurting other tests.</summary>
    internal async Task<SignedIn> SignInOnceMoreAsync(SignedIn who)
    {
        var account = await House.Get<AccountDirectory>().FindAsync(who.Visitor.AccountId, TestContext.Current.CancellationToken);
        return await House.SignInAsync(account ?? throw new InvalidOperationException("There is no account."));
    }
}
