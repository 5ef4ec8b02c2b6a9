namespace SpotifyDashboard.Catalogue;

/// <summary>Registers the pages of single tracks.</summary>
internal static class CatalogueRegistration
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<TrackService>();
        services.AddSingleton<RecordingSplits>();
        return services;
    }
}
