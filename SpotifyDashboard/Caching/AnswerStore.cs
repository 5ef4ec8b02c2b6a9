using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Caching;

/// <summary>The second tier: the table of kept answers. A damaged row counts as none, and the next answer overwrites it.</summary>
internal sealed class AnswerStore(IDbContextFactory<DashboardDbContext> contexts)
{
    /// <summary>What is kept under these keys, stale or not.</summary>
    public async Task<IReadOnlyDictionary<string, KeptAnswer>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, KeptAnswer>(StringComparer.Ordinal);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var row in await context.CachedAnswers.AsNoTracking().Where(row => keys.Contains(row.Key)).ToListAsync(cancellationToken))
        {
            var text = row.Body is { } body ? PackedAnswer.Unpack(body) : null;
            if (row.Body is null || text is not null)
            {
                found.Add(row.Key, new KeptAnswer(text, row.StoredAt, row.ExpiresAt));
            }
        }

        return found;
    }

    /// <summary>How many answers are kept, the stale too.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.CachedAnswers.CountAsync(cancellationToken);
    }

    /// <summary>Keeps answers: all of them or none.</summary>
    public async Task StoreAsync(IReadOnlyCollection<KeyValuePair<string, KeptAnswer>> answers, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // In the order of keys, so that two writers of the same ones can't wait for each other.
        foreach (var (key, answer) in answers.OrderBy(static answer => answer.Key, StringComparer.Ordinal))
        {
            var body = answer.Body is { } text ? PackedAnswer.Pack(text) : null;
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO cached_answers ("key", body, stored_at, expires_at)
                VALUES ({key}, {body}, {answer.StoredAt.ToUnixTimeMilliseconds()}, {answer.ExpiresAt.ToUnixTimeMilliseconds()})
                ON CONFLICT ("key") DO UPDATE SET body = excluded.body, stored_at = excluded.stored_at, expires_at = excluded.expires_at
                """,
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Makes stale whatever is kept under keys that begin, or end, so.</summary>
    public async Task ExpireAsync(string begin, string end, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.CachedAnswers
            .Where(row => row.Key.StartsWith(begin) && row.Key.EndsWith(end) && row.ExpiresAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.ExpiresAt, now), cancellationToken);
    }

    /// <summary>Deletes what has been stale since before <paramref name="moment"/>.</summary>
    public async Task PruneAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.CachedAnswers.Where(row => row.ExpiresAt < moment).ExecuteDeleteAsync(cancellationToken);
    }
}
