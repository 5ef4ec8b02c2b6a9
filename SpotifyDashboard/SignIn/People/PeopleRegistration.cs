using SpotifyDashboard.SignIn.People.Deletion;

namespace SpotifyDashboard.SignIn.People;

/// <summary>Registers what people do with their own account, and owners with those of others.</summary>
internal static class PeopleRegistration
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<ListenerEraser>();
        services.AddSingleton<DeletionRunner>();
        services.AddHostedService(static provider => provider.GetRequiredService<DeletionRunner>());
        services.AddSingleton<ListenerDeletion>();
        return services;
    }
}
