using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Copying;

namespace SpotifyDashboard.Operations;

/// <summary>The command <c>migrate-to-postgres</c>: copies everything from SQLite into an empty PostgreSQL database (docs/postgres.md).</summary>
internal static class MigrateToPostgresCommand
{
    /// <summary>The word that calls it.</summary>
    public const string Name = "migrate-to-postgres";

    private const string Usage = """
        Usage: migrate-to-postgres [--from FILE.db] [postgres://user:password@host/database]
        Without an address, DATABASE_URL (or ConnectionStrings:Dashboard) says where to; without --from, the configured SQLite database is copied.
        """;

    /// <summary>Runs the command on a host that is built but not started.</summary>
    /// <returns>0 copied and compared, 1 failed with a sentence (the target is as it was), 2 wrong use.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        (string File, string Target)? way;
        try
        {
            way = Find(services, arguments);
        }
        catch (InvalidOperationException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return 2;
        }

        if (way is not var (file, target))
        {
            await error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            var copy = new DatabaseCopy(services.GetRequiredService<ListenerScope>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILoggerFactory>());
            await copy.RunAsync(file, target, output, cancellationToken);
            await output.WriteLineAsync("Start the dashboard with DATABASE_URL set to that database; the SQLite file stays as it is.");
            return 0;
        }
        catch (Exception exception) when (exception is CopyException or InvalidOperationException { InnerException: null })
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    /// <summary>From where to where; null where it is not told.</summary>
    private static (string File, string Target)? Find(IServiceProvider services, IReadOnlyList<string> arguments)
    {
        (string? From, string? To) given = arguments switch
        {
            [] => (null, null),
            ["--from", var file] => (file, null),
            ["--from", var file, var address] => (file, address),
            [var address] when !address.StartsWith('-') => (null, address),
            _ => ("", ""),
        };
        if (given is ("", ""))
        {
            return null;
        }

        var (from, to) = given;

        var configured = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var host = services.GetRequiredService<IHostEnvironment>();
        var target = to ?? (configured.Provider == DatabaseProvider.Postgres ? configured.ConnectionString : services.GetRequiredService<IConfiguration>()["DATABASE_URL"]);
        if (string.IsNullOrWhiteSpace(target))
        {
            return null;
        }

        var source = (from, configured.Provider) switch
        {
            (not null, _) => GivenPath.Resolve(from),
            (null, DatabaseProvider.Postgres) => Path.GetFullPath(DatabaseAddress.DefaultFile, host.ContentRootPath),
            _ => new SqliteConnectionStringBuilder(configured.ConnectionString).DataSource,
        };
        return (source, DatabaseAddress.Postgres(target));
    }
}
