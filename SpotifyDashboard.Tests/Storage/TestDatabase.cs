using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.House;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>A database of one test: a SQLite file in a folder of its own, or a database of the test run's PostgreSQL server.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly List<IHost> _processes = [];

    private TestDatabase(DatabaseProvider provider, string folder, string connectionString, PostgresServer? server)
    {
        Provider = provider;
        Folder = folder;
        ConnectionString = connectionString;
        _server = server;
        Host = Process();
    }

    /// <summary>Both providers, for theories.</summary>
    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    /// <summary>What tests use that don't say: SQLite, or what <c>DASHBOARD_TEST_PROVIDER</c> names, so that all of them can be run on PostgreSQL.</summary>
    public static DatabaseProvider Usual { get; } =
        Enum.TryParse<DatabaseProvider>(Environment.GetEnvironmentVariable("DASHBOARD_TEST_PROVIDER"), ignoreCase: true, out var named) ? named : DatabaseProvider.Sqlite;

    public DatabaseProvider Provider { get; }

    /// <summary>An empty folder of this test; the SQLite file is <c>dashboard.db</c> in it.</summary>
    public string Folder { get; }

    public string ConnectionString { get; }

    /// <summary>The program's own registration of the storage, pointed at this database; not started.</summary>
    public IHost Host { get; }

    public IServiceProvider Services => Host.Services;

    public StorageWriter Writer => Services.GetRequiredService<StorageWriter>();

    public ListenerDirectory Listeners => Services.GetRequiredService<ListenerDirectory>();

    public PlaysChanged PlaysChanged => Services.GetRequiredService<PlaysChanged>();

    /// <summary>A database with the current schema.</summary>
    /// <param name="provider">Which one; null for the <see cref="Usual"/> one.</param>
    /// <param name="server">The test run's PostgreSQL.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider? provider, PostgresServer server)
    {
        if ((provider ?? Usual) == DatabaseProvider.Postgres)
        {
            return new TestDatabase(DatabaseProvider.Postgres, NewFolder(), await MigratedAsync(server), server);
        }

        var database = await CreateEmptyAsync(DatabaseProvider.Sqlite, server);
        await database.Services.PrepareDatabaseAsync(TestContext.Current.CancellationToken);
        return database;
    }

    /// <summary>A database without any table.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseProvider provider, PostgresServer server)
    {
        var folder = NewFolder();
        return provider == DatabaseProvider.Sqlite
            ? new TestDatabase(provider, folder, $"Data Source={Path.Combine(folder, "dashboard.db")}", server: null)
            : new TestDatabase(provider, folder, await server.CreateDatabaseAsync(TestContext.Current.CancellationToken), server);
    }

    /// <summary>The connection string of a new PostgreSQL database with the current schema.</summary>
    public static Task<string> MigratedAsync(PostgresServer server) => server.CreateMigratedDatabaseAsync(MigrateAsync, TestContext.Current.CancellationToken);

    private static string NewFolder() => Directory.CreateTempSubdirectory("dashboard-test-").FullName;

    private static async Task MigrateAsync(string connectionString)
    {
        await using var database = new TestDatabase(DatabaseProvider.Postgres, NewFolder(), connectionString, server: null);
        await database.Services.PrepareDatabaseAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Another process on the same database, as far as its services go: nothing is shared but the database.</summary>
    /// <param name="register">Adds what the test needs beside the storage.</param>
    /// <param name="settings">Settings beside the address of the database.</param>
    public IHost Process(Action<IServiceCollection>? register = null, params KeyValuePair<string, string?>[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Folder });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Database:Provider", Provider.ToString()),
            new("ConnectionStrings:Dashboard", ConnectionString),
            .. settings,
        ]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLogging();
        builder.Services.AddStorage();
        register?.Invoke(builder.Services);
        var process = builder.Build();
        _processes.Add(process);
        return process;
    }

    public Task<DashboardDbContext> OpenAsync() =>
        Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    /// <summary>Runs statements as they stand.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var context = await OpenAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The one value of the one row that <paramref name="sql"/> gives, as text.</summary>
    public async Task<string?> ScalarAsync(string sql) => (await RowsAsync(sql)).SingleOrDefault()?[0];

    /// <summary>All rows that <paramref name="sql"/> gives, as text.</summary>
    public async Task<IReadOnlyList<string?[]>> RowsAsync(string sql)
    {
        await using var context = await OpenAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string?[]>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column =>
                reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))]);
        }

        return rows;
    }

    /// <summary>Options of a context on this database, for a test that changes them.</summary>
    public DbContextOptionsBuilder<DashboardDbContext> ContextOptions()
    {
        var options = new DbContextOptionsBuilder<DashboardDbContext>();
        StorageRegistration.Configure(options, Services.GetRequiredService<IOptions<DatabaseOptions>>().Value);
        return options;
    }

    /// <summary>Ends the connections that wait to be used again, as a program does that stops.</summary>
    public void Disconnect()
    {
        // Pools go by the address that the program makes of what it was given.
        using var context = Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContext();
        if (context.Database.GetDbConnection() is NpgsqlConnection connection)
        {
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        }
    }

    public async ValueTask DisposeAsync()
    {
        Disconnect();

        foreach (var process in _processes)
        {
            process.Dispose();
        }

        if (_server is not null)
        {
            await _server.DropDatabaseAsync(ConnectionString);
        }

        SqliteConnection.ClearAllPools();
        await ProgramFolder.DeleteAsync(Folder);
    }
}
