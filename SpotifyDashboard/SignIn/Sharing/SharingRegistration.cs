using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Sharing;

/// <summary>Registers what showing a page to others needs; each feature adds its <see cref="ISharedPage"/> itself.</summary>
internal static class SharingRegistration
{
    /// <summary>Categories that say the path of a request, which holds a share link's token.</summary>
    private static readonly string[] s_talkative = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.StaticAssets", "Microsoft.AspNetCore.StaticFiles"];

    public static IServiceCollection AddSharing(this IServiceCollection services)
    {
        services.AddSingleton<SharedPages>();
        services.AddSingleton(static provider => new ShareLinks(
            provider.GetRequiredService<IDbContextFactory<DashboardDbContext>>(),
            provider.GetRequiredService<SharedPages>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PageAccess>();
        services.AddSingleton<SharedVisit>();

        // Whatever level is set: a log is read by more people than a link is given to.
        services.Configure<LoggerFilterOptions>(static filters =>
        {
            foreach (var category in s_talkative)
            {
                filters.Rules.Add(new LoggerFilterRule(providerName: null, category, LogLevel.Warning, filter: null));
            }
        });
        return services;
    }
}
