using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage.News;

/// <summary>Registers how changes of other processes become known here.</summary>
internal static class NewsRegistration
{
    public static IServiceCollection AddNews(this IServiceCollection services)
    {
        services.AddSingleton<NewsLine>();
        services.AddSingleton<ChangeWatcher>();
        services.AddHostedService(static provider => provider.GetRequiredService<ChangeWatcher>());
        services.AddSingleton<INewsReader>(static provider => provider.GetRequiredService<ChangeWatcher>());
        services.AddHostedService<NewsListener>();
        return services;
    }

    /// <summary>Has an announcer of listeners' numbers tell what other processes changed, too.</summary>
    /// <typeparam name="T">The announcer.</typeparam>
    /// <param name="services">Where it is registered.</param>
    /// <param name="kind">What the database's triggers call it.</param>
    public static IServiceCollection AddListenerNews<T>(this IServiceCollection services, string kind)
        where T : Announcer<int> => services.AddSingleton<INewsReader>(provider => new ListenerNews(
            kind, provider.GetRequiredService<T>(), provider.GetRequiredService<IDbContextFactory<DashboardDbContext>>()));
}
