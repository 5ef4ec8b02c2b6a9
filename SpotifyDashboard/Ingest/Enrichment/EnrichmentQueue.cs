using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Finds who is to be asked about next. Nothing is queued anywhere: the queue is what the tables lack, so it survives whatever happens.</summary>
internal sealed class EnrichmentQueue(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>The first <paramref name="limit"/> that wait, most played first.</summary>
    public Task<IReadOnlyList<Wanted>> NextAsync(EnrichmentQuestion question, int limit, CancellationToken cancellationToken) => ReadAsync(
        string.Create(CultureInfo.InvariantCulture, $"SELECT s.id, s.spotify_id {question.FromAndWhere} ORDER BY COALESCE(p.plays, 0) DESC, s.id LIMIT {limit}"),
        cancellationToken);

    /// <summary>Those of <paramref name="ids"/> that wait.</summary>
    public async Task<IReadOnlyList<Wanted>> AmongAsync(EnrichmentQuestion question, IReadOnlyCollection<int> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : await ReadAsync($"SELECT s.id, s.spotify_id {question.FromAndWhereUnordered} AND s.id IN ({string.Join(',', ids)}) ORDER BY s.id", cancellationToken);

    /// <summary>How many wait.</summary>
    public async Task<int> CountAsync(EnrichmentQuestion question, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var command = await CommandAsync(context, $"SELECT COUNT(*) {question.FromAndWhereUnordered}", cancellationToken);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyList<Wanted>> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var command = await CommandAsync(context, sql, cancellationToken);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<Wanted> wanted = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            wanted.Add(new Wanted(rows.GetInt32(0), rows.GetString(1)));
        }

        return wanted;
    }

    private async Task<DbCommand> CommandAsync(DashboardDbContext context, string sql, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.AddParameter("now", time.GetUtcNow().ToUnixTimeMilliseconds());
        return command;
    }
}
