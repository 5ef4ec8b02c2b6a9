namespace SpotifyDashboard.Narrative.Mail;

/// <summary>Registers letters to the listener.</summary>
internal static class MailRegistration
{
    /// <summary>Adds letters to the listener.</summary>
    public static IServiceCollection AddMailReports(this IServiceCollection services)
    {
        services.AddOptions<MailReportOptions>()
            .BindConfiguration(MailReportOptions.SectionName)
            .Validate(static options => Enum.IsDefined(options.ReportEvery), "Mail:ReportEvery must be off, weekly or monthly.")
            .Validate(static options => options.HasPossibleUrl, "Mail:PublicUrl must be the dashboard's address as its readers reach it, like https://music.example.org.")
            .ValidateOnStart();
        services.AddSingleton<MailLinks>();
        services.AddSingleton<MailSubscriptions>();
        services.AddSingleton<MailLedger>();
        services.AddSingleton<MailStories>();
        services.AddSingleton<MailReader>();
        services.AddSingleton<MailPost>();
        services.AddSingleton<MailPreview>();
        services.AddSingleton<MailReports>();
        services.AddHostedService(static provider => provider.GetRequiredService<MailReports>());
        return services;
    }
}
