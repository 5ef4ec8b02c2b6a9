using Microsoft.Extensions.Configuration;
using Npgsql;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>Where the settings say that the database is.</summary>
public sealed class DatabaseAddressTests
{
    private static readonly string s_root = Path.Combine(Path.GetTempPath(), "content root");

    [Fact]
    public void Nothing_Told_IsAFileUnderTheContentRoot()
    {
        var options = Resolve();

        Assert.Equal(DatabaseProvider.Sqlite, options.Provider);
        Assert.Equal($"Data Source={Path.Combine(s_root, "data", "dashboard.db")}", options.ConnectionString.Replace("\"", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("my.db")]
    [InlineData("Data Source=my.db")]
    public void SqliteFile_AsPathOrConnectionString_IsTakenFromTheContentRoot(string told)
    {
        var options = Resolve(("ConnectionStrings:Dashboard", told));

        Assert.Equal(DatabaseProvider.Sqlite, options.Provider);
        Assert.Contains(Path.Combine(s_root, "my.db"), options.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DATABASE_URL", "postgres://anna:p%40ss%2Fw%3Ard%25@db.example:6543/music%20box?sslmode=verify-full")]
    [InlineData("ConnectionStrings:Dashboard", "postgresql://anna:p%40ss%2Fw%3Ard%25@db.example:6543/music%20box?sslmode=verify-full")]
    public void PostgresUrl_WithPercentEncoding_IsDecodedPartByPart(string key, string url)
    {
        var options = Resolve((key, url));

        var parsed = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        Assert.Equal(DatabaseProvider.Postgres, options.Provider);
        Assert.Equal("db.example", parsed.Host);
        Assert.Equal(6543, parsed.Port);
        Assert.Equal("music box", parsed.Database);
        Assert.Equal("anna", parsed.Username);
        Assert.Equal("p@ss/w:rd%", parsed.Password);
        Assert.Equal(SslMode.VerifyFull, parsed.SslMode);
    }

    [Fact]
    public void PostgresUrl_WithOtherParameters_KeepsTheirHyphens()
    {
        var parsed = new NpgsqlConnectionStringBuilder(
            Resolve(("DATABASE_URL", "postgres://anna@db/music?application_name=my-app&sslmode=require&channel_binding=require")).ConnectionString);

        Assert.Equal("my-app", parsed.ApplicationName);
        Assert.Equal(SslMode.Require, parsed.SslMode);
        Assert.Equal(5432, parsed.Port);
        Assert.Null(parsed.Password);
    }

    [Fact]
    public void PostgresUrl_WithAnIpv6Host_LosesTheBrackets()
    {
        var parsed = new NpgsqlConnectionStringBuilder(Resolve(("DATABASE_URL", "postgres://anna@[::1]:5433/music")).ConnectionString);

        Assert.Equal("::1", parsed.Host);
        Assert.Equal(5433, parsed.Port);
    }

    [Fact]
    public void ConnectionString_ToldBesideTheUrl_Wins()
    {
        var options = Resolve(("DATABASE_URL", "postgres://a@b/c"), ("ConnectionStrings:Dashboard", "own.db"));

        Assert.Equal(DatabaseProvider.Sqlite, options.Provider);
    }

    [Fact]
    public void Postgres_WithAKeyValueString_IsTakenAsItStands()
    {
        var options = Resolve(("Database:Provider", "Postgres"), ("ConnectionStrings:Dashboard", "Host=db;Username=anna;Database=music"));

        Assert.Equal("music", new NpgsqlConnectionStringBuilder(options.ConnectionString).Database);
    }

    [Theory]
    [InlineData("ConnectionStrings:Dashboard", "ConnectionStrings:Dashboard", ":memory:")]
    [InlineData("ConnectionStrings:Dashboard", "ConnectionStrings:Dashboard", "Data Source=x;Mode=Memory")]
    [InlineData("ConnectionStrings:Dashboard", "ConnectionStrings:Dashboard", "Data Source=x.db;Colour=red")]
    [InlineData("DATABASE_URL", "DATABASE_URL", "mysql://anna:secret@db/music")]
    [InlineData("DATABASE_URL", "DATABASE_URL", "postgres://anna:secret@/music")]
    [InlineData("DATABASE_URL", "DATABASE_URL", "postgres://anna:secret@db/music?colour=red")]
    [InlineData("DATABASE_URL", "DATABASE_URL", "postgres://anna:secret@db/music?sslmode=perhaps")]
    [InlineData("Database:Provider", "Database:Provider", "Postgres")]
    public void ImpossibleValue_IsRefusedWithASentenceThatNamesTheKey(string key, string named, string value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Resolve((key, value)));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    private static DatabaseOptions Resolve(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build();
        var options = configuration.GetSection(DatabaseOptions.SectionName).Get<DatabaseOptions>() ?? new DatabaseOptions();
        DatabaseAddress.Resolve(options, configuration, s_root);
        return options;
    }
}
