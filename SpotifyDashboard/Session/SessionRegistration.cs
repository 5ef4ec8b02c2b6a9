namespace SpotifyDashboard.Session;

internal static class SessionRegistration
{
    /// <summary>Registers what one circuit owns; everything here is scoped, which means "one per open tab".</summary>
    public static IServiceCollection AddCircuitSession(this IServiceCollection services)
    {
        services.AddScoped<SessionCache>();
        services.AddScoped<BrowserPreferences>();
        services.AddScoped<CurrentListener>();
        services.AddScoped<CurrentVisitor>();
        return services;
    }
}
