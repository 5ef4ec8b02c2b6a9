namespace SpotifyDashboard.Overview;

/// <summary>Registers the first page.</summary>
internal static class OverviewRegistration
{
    /// <summary>Adds what <c>/</c> needs beside the statistics.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services) => services.AddSingleton<Refresher>();
}
