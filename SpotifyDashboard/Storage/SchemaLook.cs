using System.Data.Common;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Storage;

/// <summary>Tells at a start whether the schema is already that of this version, so that nothing has to be migrated.</summary>
internal sealed class SchemaLook(IOptions<DatabaseOptions> database, KnownMigrations known)
{
    /// <summary>Waits for whoever migrates a PostgreSQL database just then, and compares its history with what this version knows.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = PlainReading.Of(database.Value);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            if (database.Value.Provider == DatabaseProvider.Postgres)
            {
                // Ends with the connection.
                command.CommandText = $"SELECT pg_advisory_lock({DatabaseInitializer.PostgresLock})";
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var applied = new HashSet<string>(StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellationToken))
            {
                applied.Add(reader.GetString(0));
            }

            return known.Ids.SetEquals(applied);
        }
        catch (DbException)
        {
            // There is none yet, or it can't be read: whoever goes on to migrate it says which.
            return false;
        }
    }
}
