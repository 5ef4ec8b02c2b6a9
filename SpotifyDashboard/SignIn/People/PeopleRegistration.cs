using SpotifyDashboard.SignIn.People.Deletion;
using SpotifyDashboard.SignIn.People.Export;
using SpotifyDashboard.SignIn.People.Own;

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
        services.AddSingleton<OwnDeletion>();
        services.AddSingleton<OwnApp>();
        services.AddSingleton<PersonalExport>();
        return services;
    }

    /// <summary>Maps one's own account and receipts; where there are no accounts there is neither.</summary>
    public static IEndpointRouteBuilder MapOwnAccount(this IEndpointRouteBuilder endpoints) => endpoints.MapAccount().MapReceipts();
}
