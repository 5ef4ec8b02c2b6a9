using SpotifyDashboard.Operations.People;
using SpotifyDashboard.Operations.Replicas;
using SpotifyDashboard.Operations.Status;

namespace SpotifyDashboard.Operations;

/// <summary>Registers what running the program needs: the API's common ground, health and status.</summary>
internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services.AddApi().AddHealth().AddStatus().AddReplicas().AddPeoplePage();

    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder endpoints) => endpoints.MapHealth().MapStatus().MapPeople().MapApiDescription();
}
