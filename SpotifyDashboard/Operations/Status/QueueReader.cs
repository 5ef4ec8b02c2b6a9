using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Status;

/// <summary>Counts what came of asking each provider.</summary>
internal static class QueueReader
{
    /// <summary>One line for each provider that was asked.</summary>
    public static async Task<IReadOnlyList<QueueStatus>> ReadAsync(DashboardDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await context.Enrichments.AsNoTracking()
            .GroupBy(row => new { row.Provider, row.Outcome })
            .Select(group => new { group.Key.Provider, group.Key.Outcome, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.Provider, StringComparer.Ordinal).Select(provider => new QueueStatus(
            provider.Key,
            Waiting: 0,
            provider.Where(row => row.Outcome == 0).Sum(row => row.Count),
            provider.Where(row => row.Outcome == 1).Sum(row => row.Count),
            provider.Where(row => row.Outcome == 2).Sum(row => row.Count),
            NextTryAt: null))];
    }
}
