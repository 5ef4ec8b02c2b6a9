using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.SignIn.Tokens;

/// <summary>Reads and writes what the installation was told once.</summary>
internal sealed class InstallationFacts(IDbContextFactory<DashboardDbContext> contexts, IOptions<DatabaseOptions> database, TimeProvider time)
{
    /// <summary>The value, or null where nothing is known.</summary>
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.InstallationFacts.AsNoTracking().Where(fact => fact.Name == name).Select(fact => fact.Value).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>As <see cref="FindAsync"/>, for what every start asks before it listens: on a connection of its own, past EF Core's model, which is still being built.</summary>
    public async Task<string?> FindAtStartAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = PlainReading.Of(database.Value);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM installation_facts WHERE name = @name";
        command.AddParameter("name", name);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Stores the value unless there is one already, and returns the one that stands: whoever asks at the same time gets the same.</summary>
    public async Task<string> GetOrAddAsync(string name, string value, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO installation_facts (name, value, stored_at) VALUES ({name}, {value}, {now}) ON CONFLICT (name) DO NOTHING",
            cancellationToken);
        return await context.InstallationFacts.AsNoTracking().Where(fact => fact.Name == name).Select(fact => fact.Value).SingleAsync(cancellationToken);
    }

    /// <summary>Stores the value in place of an earlier one; null removes it.</summary>
    public async Task SetAsync(string name, string? value, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (value is null)
        {
            await context.InstallationFacts.Where(fact => fact.Name == name).ExecuteDeleteAsync(cancellationToken);
            return;
        }

        // One statement: two processes that start at once both write the canary.
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO installation_facts (name, value, stored_at) VALUES ({name}, {value}, {now})
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, stored_at = excluded.stored_at
            """,
            cancellationToken);
    }
}
