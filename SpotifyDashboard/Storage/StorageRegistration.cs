using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage.Archives;
using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Storage.Leases;
using SpotifyDashboard.Storage.News;

namespace SpotifyDashboard.Storage;

/// <summary>Registers the database and brings it up to date.</summary>
internal static class StorageRegistration
{
    private const int KeptStatements = 64;
    private const int UsesBeforeKeeping = 5;

    private static readonly ReadOnlyWall s_readOnlyWall = new();
    private static readonly ReadOnlyConnections s_readOnlyConnections = new();

    /// <summary>Adds the context factory, the writer, the directory of listeners and the watcher of other processes.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<DatabaseOptions>()
            .BindConfiguration(DatabaseOptions.SectionName)
            .Configure<IConfiguration, IHostEnvironment>(static (options, configuration, host) =>
                DatabaseAddress.Resolve(options, configuration, host.ContentRootPath))
            .ValidateOnStart();
        services.AddOptions<ListenerOptions>()
            .BindConfiguration(ListenerOptions.SectionName)
            .Validate(static options => options.HasKnownTimeZone, "Listener:TimeZone is no time zone that this system knows; Europe/Berlin would be one.")
            .ValidateOnStart();
        services.AddPooledDbContextFactory<DashboardDbContext>(static (provider, context) =>
        {
            Configure(context, provider.GetRequiredService<IOptions<DatabaseOptions>>().Value);
            context.AddInterceptors(provider.GetRequiredService<LeaseGuard>());
        });
        NarrowContexts(services);
        services.AddLeases();
        services.AddSingleton<PlaysChanged>();
        services.AddSingleton<ListenerGone>();
        services.AddSingleton<ListenerChanged>();
        services.AddSingleton<StorageWriter>();
        services.AddSingleton(static provider => new ListenerScope(
            needsVisitor: string.Equals(provider.GetRequiredService<IConfiguration>()["Access:Mode"], "Accounts", StringComparison.OrdinalIgnoreCase)));
        services.AddSingleton<ListenerDirectory>();
        services.AddSingleton<GapDirectory>();
        services.AddSingleton(static _ => KnownMigrations.OfProgram());
        services.AddSingleton<SchemaLook>();
        services.AddSingleton<DatabaseInitializer>();
        services.AddNews();
        services.AddSingleton<DatabaseArchives>();
        services.AddSingleton<StorageCondition>();
        services.AddOptions<BackupOptions>()
            .BindConfiguration(BackupOptions.SectionName)
            .Configure<IOptions<DatabaseOptions>, IHostEnvironment>(static (options, database, host) => options.Resolve(database.Value, host.ContentRootPath))
            .Validate(static options => options.Every is null || options.Every >= TimeSpan.FromMinutes(1), "Backup:Every must be empty (no backups by themselves) or at least a minute, for example 1.00:00:00 for every day.")
            .Validate(static options => options.Keep >= 1, "Backup:Keep must be at least 1: the newest backup always stays.")
            .Validate(static options => options.KeepWeeks >= 0, "Backup:KeepWeeks must not be below 0.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>Points <paramref name="context"/> at the database that <paramref name="database"/> names.</summary>
    public static void Configure(DbContextOptionsBuilder context, DatabaseOptions database)
    {
        if (database.Provider == DatabaseProvider.Postgres)
        {
            context.UseNpgsql(Preparing(database.ConnectionString));
        }
        else
        {
            context.UseSqlite(database.ConnectionString)
                .AddInterceptors(new SqliteConnectionSetup())
                .ReplaceService<IMigrationsSqlGenerator, SqliteMigrationSql>();
        }

        context.AddInterceptors(s_readOnlyWall, s_readOnlyConnections);

        // Migrations are written by hand and have no snapshot to compare with; SchemaTests compares the schemas themselves.
        context.ConfigureWarnings(static warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <summary>Lets the driver prepare what is asked again and again, unless the settings say how many: an import asks the same for every track and artist.</summary>
    private static string Preparing(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) is { MaxAutoPrepare: 0 } told
        && !connectionString.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase)
            ? new NpgsqlConnectionStringBuilder(told.ConnectionString) { MaxAutoPrepare = KeptStatements, AutoPrepareMinUsages = UsesBeforeKeeping }.ConnectionString
            : connectionString;

    /// <summary>Puts <see cref="ScopedContexts"/> before the pool, so that nobody gets a context that was not told whose rows it sees.</summary>
    private static void NarrowContexts(IServiceCollection services)
    {
        var pool = services.Last(static service => service.ServiceType == typeof(IDbContextFactory<DashboardDbContext>)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<DashboardDbContext>>(provider =>
            new ScopedContexts((IDbContextFactory<DashboardDbContext>)pool(provider), provider.GetRequiredService<ListenerScope>())));
    }

    /// <summary>Brings the database to this version's schema. Called once, before anything else reads it.</summary>
    public static Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<DatabaseInitializer>().InitializeAsync(cancellationToken);
}
