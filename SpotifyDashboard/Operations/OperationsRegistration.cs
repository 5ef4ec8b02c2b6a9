using SpotifyDashboard.Components;
using SpotifyDashboard.Operations.Backup;
using SpotifyDashboard.Operations.Logging;
using SpotifyDashboard.Operations.People;
using SpotifyDashboard.Operations.Replicas;
using SpotifyDashboard.Operations.Status;
using SpotifyDashboard.Operations.Telemetry;

namespace SpotifyDashboard.Operations;

/// <summary>Registers what running the program needs: the API's common ground, health, status, backups and a look at the clock.</summary>
internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddApi().AddHealth().AddStatus().AddReplicas().AddPeoplePage().AddBackup().AddTelemetry().AddLogs();
        services.AddSingleton<IFailureWords, StorageFailureWords>();
        services.AddHostedService<ClockWatch>();
        return services;
    }

    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder endpoints) => endpoints.MapHealth().MapStatus().MapPeople().MapBackup().MapApiDescription();
}
