using Microsoft.Extensions.Options;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Storage;

/// <summary>Registers the shared logs.</summary>
internal static class ListeningLogRegistration
{
    /// <summary>Adds <see cref="ListeningLogs"/> with its settings, checked at start.</summary>
    public static IServiceCollection AddListeningLogs(this IServiceCollection services)
    {
        services.AddOptions<ListeningLogOptions>()
            .BindConfiguration(ListeningLogOptions.SectionName)
            .Validate(static options => options.LogBudgetMb is >= 1 and <= 100_000, "Cache:LogBudgetMb must be a number of megabytes from 1 to 100000.")
            .ValidateOnStart();
        services.AddSingleton<ListeningLogLoader>();
        services.AddSingleton(static provider => new ListeningLogs(
            provider.GetRequiredService<ListeningLogLoader>(),
            provider.GetRequiredService<IOptions<ListeningLogOptions>>(),
            provider.GetRequiredService<PlaysChanged>(),
            provider.GetRequiredService<ListenerGone>()));
        return services;
    }
}
