using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Jobs;

namespace SpotifyDashboard.Ingest;

/// <summary>Registers the import of histories.</summary>
internal static class IngestRegistration
{
    /// <summary>Adds the importer, its formats and its job.</summary>
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        services.AddOptions<ImportOptions>().BindConfiguration(ImportOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IImportFormat, ExtendedFormat>();
        services.AddSingleton<IImportFormat, AccountFormat>();
        services.AddSingleton<IImportFormat, TrackCsvFormat>();
        services.AddSingleton<ImportLedgerStore>();
        services.AddSingleton<HistoryImporter>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<IJobHandler, ImportJobHandler>();
        return services;
    }
}
