namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Registers letters to the listener.</summary>
internal static class MailRegistration
{
    /// <summary>Adds letters to the listener.</summary>
    public static IServiceCollection AddMailReports(this IServiceCollection services)
    {
        return services;
    }
}
