using Microsoft.Data.Sqlite;
using Npgsql;

namespace SpotifyDashboard.Storage;

/// <summary>Finds provider and connection string among the settings (design, section 5).</summary>
internal static class DatabaseAddress
{
    /// <summary>Where SQLite keeps its data unless told otherwise, under the content root.</summary>
    public const string DefaultFile = "data/dashboard.db";

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
            options.ConnectionString = Postgres(address!);
            return;
        }

        if (options.Provider == DatabaseProvider.Postgres)
        {
            options.ConnectionString = string.IsNullOrWhiteSpace(address)
                ? throw new InvalidOperationException("Database:Provider is Postgres, so ConnectionStrings:Dashboard or DATABASE_URL must say where it is.")
                : Postgres(address);
            return;
        }

        options.ConnectionString = Checked(
            string.IsNullOrWhiteSpace(address) ? $"Data Source={DefaultFile}" : address,
            text => ForSqlite(text, contentRoot));
    }

    /// <summary>The connection string of a PostgreSQL database, from a URL or from the form of connection strings.</summary>
    /// <exception cref="InvalidOperationException">The address can't be read.</exception>
    public static string Postgres(string address) =>
        Checked(address, IsPostgresUrl(address) ? FromUrl : static text => new NpgsqlConnectionStringBuilder(text).ConnectionString);

    private static bool IsPostgresUrl(string? address) =>
        address is not null
        && (address.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase));

    private static string ForSqlite(string text, string contentRoot)
    {
        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw new FormatException("an address must begin with postgres:// or postgresql://.");
        }

        var builder = new SqliteConnectionStringBuilder(text.Contains('=', StringComparison.Ordinal) ? text : $"Data Source={text}");
        if (string.IsNullOrWhiteSpace(builder.DataSource) || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            throw new FormatException("a file is needed.");
        }

        builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
        return builder.ConnectionString;
    }

    private static string FromUrl(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            throw new FormatException("it has not the form postgres://user:password@host/database (a / @ # or ? in the password is written as %2F %40 %23 or %3F).");
        }

        var builder = new NpgsqlConnectionStringBuilder
        {
            // Without the brackets of an IPv6 address.
            Host = url.DnsSafeHost,
            Port = url.Port > 0 ? url.Port : 5432,
        };
        var login = url.UserInfo.Split(':', 2);
        Set("Username", login[0]);
        Set("Password", login.ElementAtOrDefault(1));
        Set("Database", url.AbsolutePath.TrimStart('/'));
        foreach (var (name, value) in Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query))
        {
            // libpq writes sslmode=verify-full; Npgsql knows it as "SSL Mode" without hyphens.
            var isSslMode = string.Equals(name, "sslmode", StringComparison.OrdinalIgnoreCase);
            builder[isSslMode ? "SSL Mode" : name.Replace('_', ' ')] = isSslMode ? value.ToString().Replace("-", "", StringComparison.Ordinal) : value.ToString();
        }

        return builder.ConnectionString;

        void Set(string name, string? encoded)
        {
            if (!string.IsNullOrEmpty(encoded))
            {
                builder[name] = Uri.UnescapeDataString(encoded);
            }
        }
    }

    private static string Checked(string text, Func<string, string> parse)
    {
        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new InvalidOperationException($"ConnectionStrings:Dashboard (or DATABASE_URL) can't be read: {exception.Message}", exception);
        }
    }
}
