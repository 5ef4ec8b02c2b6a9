namespace SpotifyDashboard.Operations.People;

/// <summary>Registers what owners see and do.</summary>
internal static class PeopleRegistration
{
    public static IServiceCollection AddPeoplePage(this IServiceCollection services)
    {
        services.AddSingleton<PeopleReader>();
        services.AddSingleton<PeopleService>();
        return services;
    }
}
