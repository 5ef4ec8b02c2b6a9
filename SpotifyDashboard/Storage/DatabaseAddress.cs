using Microsoft.Data.Sqlite;
using Npgsql;

namespace SpotifyDashboard.Storage;

/// <summary>Finds provider and connection string among the settings (design, section 5).</summary>
internal static class DatabaseAddress
{
    private const string DefaultFile = "data/dashboard.db";

    /// <summary>Fills <paramref name="options"/> from <c>DATABASE_URL</c>, <c>ConnectionStrings:Dashboard</c> or the default file.</summary>
    /// <exception cref="InvalidOperationException">A setting is impossible; the message names its key.</exception>
    public static void Resolve(DatabaseOptions options, IConfiguration configuration, string contentRoot)
    {
        var url = configuration["DATABASE_URL"];
        var told = configuration.GetConnectionString("Dashboard");
        var address = string.IsNullOrWhiteSpace(told) ? url : told;
        if (IsPostgresUrl(address))
        {
            options.Provider = DatabaseProvider.Postgres;
            options.ConnectionString = FromUrl(address!);
            return;
        }

        if (options.Provider == DatabaseProvider.Postgres)
        {
            options.ConnectionString = string.IsNullOrWhiteSpace(address)
                ? throw new InvalidOperationException("Database:Provider is Postgres, so ConnectionStrings:Dashboard or DATABASE_URL must say where it is.")
                : Checked(address, text => new NpgsqlConnectionStringBuilder(text).ConnectionString);
            return;
        }

        options.ConnectionString = Checked(
            string.IsNullOrWhiteSpace(address) ? $"Data Source={DefaultFile}" : address,
            text => ForSqlite(text, contentRoot));
    }

    private static bool IsPostgresUrl(string? address) =>
        address is not null
        && (address.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase));

    private static string ForSqlite(string text, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(text.Contains('=', StringComparison.Ordinal) ? text : $"Data Source={text}");
        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource == ":memory:")
        {
            throw new ArgumentException("a file is needed.", nameof(text));
        }

        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        return builder.ConnectionString;
    }

    private static string FromUrl(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            throw new InvalidOperationException("DATABASE_URL is no address of the form postgres://user:password@host/database.");
        }

        var login = url.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : 5432,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
            Username = Uri.UnescapeDataString(login[0]),
        };
        if (login.Length > 1)
        {
            builder.Password = Uri.UnescapeDataString(login[1]);
        }

        foreach (var (name, value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query))
        {
            // libpq writes sslmode and the like; Npgsql knows them as "SSL Mode".
            builder[string.Equals(name, "sslmode", StringComparison.OrdinalIgnoreCase) ? "SSL Mode" : name] = value.ToString().Replace("-", "", StringComparison.Ordinal);
        }

        return builder.ConnectionString;
    }

    private static string Checked(string text, Func<string, string> parse)
    {
        try
        {
            return parse(text);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidOperationException($"ConnectionStrings:Dashboard (or DATABASE_URL) can't be read: {exception.Message}", exception);
        }
    }
}
