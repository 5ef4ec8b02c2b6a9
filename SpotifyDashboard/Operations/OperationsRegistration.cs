namespace SpotifyDashboard.Operations;

/// <summary>Registers what running the program needs: the API's common ground and health.</summary>
internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services.AddApi().AddHealth();

    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder endpoints) => endpoints.MapHealth().MapApiDescription();
}
