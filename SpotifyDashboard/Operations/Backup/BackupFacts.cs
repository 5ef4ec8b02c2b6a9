using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Backup;

/// <summary>What all processes on the database know of backups: when the last was begun and when one came to a good end.</summary>
internal sealed class BackupFacts(IDbContextFactory<DashboardDbContext> contexts)
{
    private const string Begun = "backup:begun";
    private const string Done = "backup:done";

    /// <summary>Both moments (UTC); null: never.</summary>
    public async Task<(DateTimeOffset? Done, DateTimeOffset? Begun)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await context.InstallationFacts.AsNoTracking().Where(fact => fact.Name == Begun || fact.Name == Done).ToDictionaryAsync(fact => fact.Name, fact => fact.Value, cancellationToken);
        return (Moment(facts.GetValueOrDefault(Done)), Moment(facts.GetValueOrDefault(Begun)));
    }

    /// <summary>Takes the next backup upon this process.</summary>
    /// <param name="seen">When the last was begun, as it was read.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>False where another process was faster.</returns>
    public async Task<bool> ClaimAsync(DateTimeOffset? seen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (text, stored) = (Text(now), now.ToUnixTimeMilliseconds());
        if (seen is null)
        {
            return await context.Database.ExecuteSqlAsync(
                $"INSERT INTO installation_facts (name, value, stored_at) VALUES ({Begun}, {text}, {stored}) ON CONFLICT DO NOTHING", cancellationToken) == 1;
        }

        var before = Text(seen.Value);
        return await context.InstallationFacts.Where(fact => fact.Name == Begun && fact.Value == before)
            .ExecuteUpdateAsync(fact => fact.SetProperty(f => f.Value, text).SetProperty(f => f.StoredAt, now), cancellationToken) == 1;
    }

    /// <summary>Notes a good end.</summary>
    public async Task NoteDoneAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (text, stored) = (Text(now), now.ToUnixTimeMilliseconds());
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO installation_facts (name, value, stored_at) VALUES ({Done}, {text}, {stored})
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, stored_at = excluded.stored_at
            """,
            cancellationToken);
    }

    private static string Text(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string? text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
