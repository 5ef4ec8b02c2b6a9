using System.Globalization;

namespace SpotifyDashboard.Storage.Leases;

/// <summary>The clock that leases are told by: the database's, so that machines whose clocks differ or jump agree on what has expired.</summary>
/// <remarks>A SQLite file lies on one machine, whose clock is the database's. Simulated days do not touch it: a process is alive or dead in real time.</remarks>
/// <param name="driven">A test's clock in its place; whoever drives it also renews.</param>
public sealed class LeaseClock(Func<DateTimeOffset>? driven = null)
{
    /// <summary>Whether a test drives it.</summary>
    public bool IsDriven => driven is not null;

    /// <summary>SQL that gives the moment in milliseconds since 1970 UTC.</summary>
    public string Now(DatabaseProvider provider) => (driven, provider) switch
    {
        ({ } clock, _) => clock().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        (_, DatabaseProvider.Postgres) => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)",
        _ => "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
    };
}
