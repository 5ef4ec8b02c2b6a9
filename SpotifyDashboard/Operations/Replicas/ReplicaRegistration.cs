namespace SpotifyDashboard.Operations.Replicas;

/// <summary>Registers that this server shows itself to others on the same database.</summary>
internal static class ReplicaRegistration
{
    public static IServiceCollection AddReplicas(this IServiceCollection services) => services.AddHostedService<ReplicaPresence>();
}
