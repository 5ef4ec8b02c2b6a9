using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Caching;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Providers;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Benchmarks;

/// <summary>The part of the program that follows Spotify, without pages; not started.</summary>
internal static class MeasuredProgram
{
    public static IHost Build(params KeyValuePair<string, string?>[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddFollowing();
        builder.Services.AddSingleton<IAccessTokens, PollTokens>();
        return builder.Build();
    }

    /// <summary>Registers that part; the clock and the access tokens are the measurement's own.</summary>
    public static IServiceCollection AddFollowing(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddStorage();
        services.AddCaching();
        services.AddProviders();
        services.AddJobs();
        services.AddIngest();
        services.AddListeningLogs();
        services.AddMoods();
        services.AddSpotifyConsent();
        return services;
    }
}
