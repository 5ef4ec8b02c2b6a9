using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.Sharing.Kept;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Registers what showing a page to others needs; each feature adds its <see cref="ISharedPage"/> itself.</summary>
internal static class SharingRegistration
{
    /// <summary>Categories that say the path of a request, which holds a share link's token.</summary>
    private static readonly (string Category, LogLevel Least)[] s_talkative =
    [
        // Whatever little of it is let through, it puts the path around every line that others write during the request.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        ("Microsoft.AspNetCore.Routing", LogLevel.Warning),
        ("Microsoft.AspNetCore.StaticAssets", LogLevel.Warning),
        ("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning),
    ];

    public static IServiceCollection AddSharing(this IServiceCollection services)
    {
        services.AddSingleton<SharedPages>();
        services.AddSingleton(static provider => new ShareLinks(
            provider.GetRequiredService<IDbContextFactory<DashboardDbContext>>(),
            provider.GetRequiredService<SharedPages>(),
            provider.GetRequiredService<ShareVisits>(),
            provider.GetRequiredService<ListenerChanged>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ShareVisits>();
        services.AddHostedService(static provider => provider.GetRequiredService<ShareVisits>());
        services.AddSingleton<PageDrawing>();
        services.AddSingleton<KeptPages>();
        services.AddSingleton<PublicProfile>();
        services.AddSingleton<PageAccess>();
        services.AddSingleton<SharedVisit>();

        // Whatever level is set: a log is read by more people than a link is given to.
        services.Configure<LoggerFilterOptions>(static filters =>
        {
            foreach (var (category, least) in s_talkative)
            {
                filters.Rules.Add(new LoggerFilterRule(providerName: null, category, least, filter: null));
            }
        });
        return services;
    }

    /// <summary>Answers visitors whose page is at hand. Stands right behind the rules of who may reach the dashboard at all, before everything that costs time.</summary>
    public static WebApplication UseSharedFront(this WebApplication app)
    {
        app.UseMiddleware<SharedFront>();
        return app;
    }
}
