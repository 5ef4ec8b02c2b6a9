using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Lets one process at a time enrich. A process that died gives way at once on the same machine, after two minutes on another.</summary>
internal sealed class EnrichmentLease(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time) : IDisposable
{
    private const string Name = "enrichment:holder";

    private static readonly TimeSpan s_renewAfter = TimeSpan.FromSeconds(20);

    private readonly string _me = JobOwner.Create();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _renewedAt = DateTimeOffset.MinValue;

    /// <summary>Takes or keeps the lease; false where another process has it.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - _renewedAt < s_renewAfter)
            {
                return true;
            }

            var isHeld = await TakeAsync(cancellationToken);
            _renewedAt = isHeld ? time.GetUtcNow() : DateTimeOffset.MinValue;
            return isHeld;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets another process go on.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.InstallationFacts.Where(fact => fact.Name == Name && fact.Value == _me).ExecuteDeleteAsync(cancellationToken);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var held = await context.InstallationFacts.AsNoTracking().SingleOrDefaultAsync(fact => fact.Name == Name, cancellationToken);
        if (held is null)
        {
            return await context.Database.ExecuteSqlAsync(
                $"INSERT INTO installation_facts (name, value, stored_at) VALUES ({Name}, {_me}, {now.ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING", cancellationToken) == 1;
        }

        if (held.Value != _me && JobOwner.MayBeAlive(held.Value, now - held.StoredAt))
        {
            return false;
        }

        return await context.InstallationFacts
            .Where(fact => fact.Name == Name && fact.Value == held.Value)
            .ExecuteUpdateAsync(fact => fact.SetProperty(f => f.Value, _me).SetProperty(f => f.StoredAt, now), cancellationToken) == 1;
    }
}
