using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Remembers thumbs up and down.</summary>
internal sealed class VerdictStore(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>All of a listener's verdicts, the latest first.</summary>
    public async Task<IReadOnlyList<Verdict>> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.RecommendationVerdicts.AsNoTracking()
            .Where(row => row.ListenerId == listenerId)
            .OrderByDescending(row => row.GivenAt).ThenBy(row => row.TrackId)
            .Select(row => new Verdict(row.TrackId, row.IsLiked))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Remembers a verdict in the place of any other.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="trackId">The track's public id.</param>
    /// <param name="isLiked">Up or down; null takes the verdict back.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task SetAsync(int listenerId, string trackId, bool? isLiked, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.RecommendationVerdicts.Where(row => row.ListenerId == listenerId && row.TrackId == trackId).ExecuteDeleteAsync(cancellationToken);
        if (isLiked is { } liked)
        {
            context.RecommendationVerdicts.Add(new RecommendationVerdictRow { ListenerId = listenerId, TrackId = trackId, IsLiked = liked, GivenAt = time.GetUtcNow() });
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
