namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Registers the closed list of what a story may say.</summary>
internal static class FactsRegistration
{
    /// <summary>Adds the closed list of what a story may say.</summary>
    public static IServiceCollection AddNarrativeFacts(this IServiceCollection services)
    {
        return services.AddSingleton<NarrativeFactsService>();
    }
}
