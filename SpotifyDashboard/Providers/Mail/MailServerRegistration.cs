using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.Mail;

/// <summary>Registers the way to the mail server.</summary>
internal static class MailServerRegistration
{
    /// <summary>Adds the settings, checked at start, and what hands letters over.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<MailTrust>();
        services.AddSingleton(static provider => new SmtpMailer(
            provider.GetRequiredService<IOptions<MailOptions>>(),
            provider.GetRequiredService<MailTrust>(),
            provider.GetRequiredService<ServiceStates>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
