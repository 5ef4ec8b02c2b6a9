using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Storage.Leases;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.Jobs;

/// <summary>Registers the runner of long work.</summary>
internal static class JobsRegistration
{
    /// <summary>Adds the runner; features add their <see cref="IJobHandler"/>s as singletons.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobsChanged>();
        services.AddSingleton<JobStore>();
        services.AddSingleton(static provider => new JobRunner(
            provider.GetRequiredService<JobStore>(),
            provider.GetRequiredService<ListenerScope>(),
            provider.GetRequiredService<JobsChanged>(),
            provider.GetServices<IJobHandler>(),
            provider.GetRequiredService<LeaseBook>(),
            provider.GetRequiredService<LeaseScope>(),
            provider.GetRequiredService<IOptions<LeaseOptions>>(),
            provider.GetRequiredService<StorageCondition>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<JobRunner>>()));
        services.AddHostedService(static provider => provider.GetRequiredService<JobRunner>());
        services.AddSingleton<INewsReader, JobNews>();
        return services;
    }
}
