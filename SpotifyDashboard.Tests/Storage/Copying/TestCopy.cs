using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Copying;

namespace SpotifyDashboard.Tests.Storage.Copying;

/// <summary>Copies one test database into another.</summary>
internal static class TestCopy
{
    /// <summary>Copies and returns what the person at the terminal would read.</summary>
    public static async Task<string> RunAsync(TestDatabase sqlite, TestDatabase postgres, StringWriter? output = null)
    {
        output ??= new StringWriter(CultureInfo.InvariantCulture);
        await Of(sqlite).RunAsync(PathOf(sqlite), postgres.ConnectionString, output, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    /// <summary>The file of a database.</summary>
    public static string PathOf(TestDatabase sqlite) => new SqliteConnectionStringBuilder(sqlite.ConnectionString).DataSource;

    /// <summary>The copier with the services of a database.</summary>
    public static DatabaseCopy Of(TestDatabase database) => new(database.Services.GetRequiredService<ListenerScope>(), TimeProvider.System, NullLoggerFactory.Instance);
}
