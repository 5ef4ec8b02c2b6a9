using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Storage.Leases;

/// <summary>Registers what several processes share the work by.</summary>
internal static class LeaseRegistration
{
    public static IServiceCollection AddLeases(this IServiceCollection services)
    {
        services.AddOptions<LeaseOptions>()
            .BindConfiguration(LeaseOptions.SectionName)
            .Validate(static options => options.IsPossible, "Replicas:LeaseTime must lie between one second and ten minutes (00:00:30 is the default).")
            .ValidateOnStart();
        services.AddSingleton<LeaseScope>();
        services.AddSingleton<LeaseGuard>();
        services.AddSingleton(static _ => new LeaseClock());
        services.AddSingleton(static provider => new LeaseBook(
            provider.GetRequiredService<IDbContextFactory<DashboardDbContext>>(),
            provider.GetRequiredService<LeaseScope>(),
            provider.GetRequiredService<LeaseClock>(),
            provider.GetRequiredService<IOptions<DatabaseOptions>>(),
            provider.GetRequiredService<IOptions<LeaseOptions>>(),
            provider.GetRequiredService<ILogger<LeaseBook>>()));
        services.AddHostedService(static provider => provider.GetRequiredService<LeaseBook>());
        return services;
    }
}
