using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Registers the walls that stand around every request, whoever sent it (docs/security.md).</summary>
internal static class WallsRegistration
{
    private const int MostConnections = 20_000;
    private static readonly TimeSpan s_headerPatience = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddWalls(this IServiceCollection services)
    {
        services.AddSingleton<KnownHosts>();
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton<RequestRates>();
        services.AddGuardedLog();
        services.AddExceptionHandler<ReadOnlyRefusals>();
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<AccessOptions>>(static (cors, access) => cors.AddDefaultPolicy(ForOtherSites(access.Value)));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>(static (forwarded, access) => Believe(forwarded, access.Value));
        services.Configure<KestrelServerOptions>(static server =>
        {
            server.AddServerHeader = false;

            // Who sends a header letter by letter, or holds connections open by the thousand, is let go; a slow body is by the server's own 240 bytes a second.
            server.Limits.RequestHeadersTimeout = s_headerPatience;
            server.Limits.MaxConcurrentConnections = MostConnections;
            server.Limits.MaxConcurrentUpgradedConnections = MostConnections / 2;
        });
        return services;
    }

    /// <summary>What stands before anybody knows who asks: proxies, headers, names, other sites, too many requests.</summary>
    public static WebApplication UseWalls(this WebApplication app)
    {
        var isAccounts = app.Services.GetRequiredService<IOptions<AccessOptions>>().Value.AccessMode == AccessMode.Accounts;
        if (isAccounts)
        {
            app.UseForwardedHeaders();
        }

        var headers = app.Services.GetRequiredService<SecurityHeaders>();
        app.Use((context, next) =>
        {
            headers.AddTo(context);
            return next(context);
        });
        app.UseMiddleware<RequestWall>();
        if (isAccounts)
        {
            app.UseWhen(static context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), static api => api.UseCors());
        }

        app.UseMiddleware<RateWall>();
        return app;
    }

    /// <summary>What stands once it is known who asks.</summary>
    public static WebApplication UseVisitorWalls(this WebApplication app)
    {
        app.UseMiddleware<GuestWall>();
        return app;
    }

    /// <summary>Puts <see cref="GuardedLoggers"/> before whatever keeps the log.</summary>
    private static IServiceCollection AddGuardedLog(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(static provider => new GuardedLoggers(new LoggerFactory(
            provider.GetServices<ILoggerProvider>(),
            provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
            provider.GetRequiredService<IOptions<LoggerFactoryOptions>>(),
            provider.GetService<IExternalScopeProvider>()))));

    private static CorsPolicy ForOtherSites(AccessOptions access) => new CorsPolicyBuilder()
        .WithOrigins(AccessLists.Of(access.CorsOrigins))
        .WithHeaders("Authorization", "Content-Type")
        .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Patch, HttpMethods.Put, HttpMethods.Delete)
        .WithExposedHeaders("Retry-After", "Location")
        .DisallowCredentials()
        .Build();

    private static void Believe(ForwardedHeadersOptions forwarded, AccessOptions access)
    {
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var network in AccessLists.Of(access.KnownProxies).Select(AccessLists.Network).OfType<System.Net.IPNetwork>())
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        // Without a known proxy nothing is believed; with one, as many hops as it says, each of them known.
        forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.ForwardLimit = null;
    }
}
