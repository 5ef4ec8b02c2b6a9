using SpotifyDashboard.Catalogue.Items;
using SpotifyDashboard.Catalogue.Palette;
using SpotifyDashboard.Components;
using SpotifyDashboard.Components.Layout;

namespace SpotifyDashboard.Catalogue;

/// <summary>Registers the pages of single tracks, artists and albums, and the search over them.</summary>
internal static class CatalogueRegistration
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddSingleton<TrackService>();
        services.AddSingleton<RecordingSplits>();
        services.AddSingleton<ItemService>();
        services.AddSingleton<IPageSubjects, ItemPageSubjects>();
        services.AddSingleton(new ShellTool(typeof(PaletteTool)));
        return services;
    }
}
