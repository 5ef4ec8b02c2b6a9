using Microsoft.Extensions.DependencyInjection.Extensions;
using SpotifyDashboard.Ingest.Edits;
using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Ingest.Export;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.People.Deletion;
using SpotifyDashboard.SignIn.People.Export;

namespace SpotifyDashboard.Ingest;

/// <summary>Registers the import of histories and the following of Spotify.</summary>
internal static class IngestRegistration
{
    /// <summary>Adds the importer, its formats and its job.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IImportFormat, ExportFormat>();
        services.AddSingleton<IImportFormat, ExtendedFormat>();
        services.AddSingleton<IImportFormat, AccountFormat>();
        services.AddSingleton<IImportFormat, TrackCsvFormat>();
        services.AddSingleton<ImportLedgerStore>();
        services.AddSingleton<HistoryImporter>();
        services.AddSingleton<HistoryEdits>();
        services.AddSingleton<HistoryExport>();
        services.AddSingleton<IPersonalFile, HistoryFileOfExport>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<IListenerBelongings, UploadedBelongings>();
        services.AddSingleton<IJobHandler, ImportJobHandler>();
        return services.AddLive().AddEnrichment();
    }

    private static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddOptions<IngestOptions>()
            .BindConfiguration(IngestOptions.SectionName)
            .Validate(static options => options.HasPossibleWakeEvery, "Ingest:WakeEvery must be a time span of at most a day; 00:01:00 would be one.")
            .Validate(static options => options.HasPossiblePollEvery, "Ingest:PollEvery must be Auto or a time span from 30 seconds to a day; 00:15:00 would be one.")
            .ValidateOnStart();
        services.AddSingleton<CallBudget>();
        services.AddSingleton<ICallBudget>(static provider => provider.GetRequiredService<CallBudget>());
        services.TryAddSingleton<AccountConnected>();
        services.AddSingleton<PollTurns>();
        services.AddSingleton<ListeningHabit>();
        services.AddSingleton<ListenerPoll>();
        services.AddSingleton<GapFinder>();
        services.AddSingleton<AskedPoll>();
        services.AddSingleton<TopSync>();
        services.AddSingleton<SavedSync>();
        services.AddSingleton<ProfileSync>();
        services.AddSingleton<ISyncSource, SpotifySync>();
        services.AddSingleton<SyncStarter>();
        services.AddSingleton<IJobHandler, SyncJobHandler>();
        services.AddSingleton<PlayPoller>();
        services.AddHostedService(static provider => provider.GetRequiredService<PlayPoller>());
        return services;
    }
}
