using Microsoft.EntityFrameworkCore;
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
            provider.GetRequiredService<TimeProvider>()));
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
}
