namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Registers questions in words.</summary>
internal static class AskRegistration
{
    /// <summary>Adds questions in words.</summary>
    public static IServiceCollection AddAsk(this IServiceCollection services)
    {
        return services;
    }
}
