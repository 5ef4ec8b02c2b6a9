using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative;

/// <summary>Says who writes the story of a scheduled period: one process, once.</summary>
internal sealed class NarrativeTurns(IDbContextFactory<DashboardDbContext> contexts, TimeProvider time)
{
    /// <summary>How long a process may take from taking a period in hand to queueing its job; one that took longer is dead.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Takes a period in hand; false where it was, by whichever process and however long ago.</summary>
    public async Task<bool> TakeAsync(int listenerId, ScheduledPeriod scheduled, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var takenAt = now.ToUnixTimeMilliseconds();
        var dead = (now - s_patience).ToUnixTimeMilliseconds();
        var occasion = StoredWords.Of(scheduled.Occasion);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);

        // Nearly always it was taken long ago, and reading that bothers no writer.
        if (await context.NarrativeTurns.AsNoTracking().AnyAsync(
            turn => turn.ListenerId == listenerId && turn.Occasion == occasion && turn.PeriodKey == scheduled.Key && turn.JobId != null, cancellationToken))
        {
            return false;
        }

        return await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO narrative_turns (listener_id, occasion, period_key, taken_at) SELECT id, {occasion}, {scheduled.Key}, {takenAt} FROM listeners WHERE id = {listenerId}
            ON CONFLICT (listener_id, occasion, period_key) DO UPDATE SET taken_at = excluded.taken_at WHERE narrative_turns.job_id IS NULL AND narrative_turns.taken_at < {dead}
            """,
            cancellationToken) == 1;
    }

    /// <summary>Remembers the job that writes the story.</summary>
    public async Task SetJobAsync(int listenerId, ScheduledPeriod scheduled, Guid jobId, CancellationToken cancellationToken)
    {
        var occasion = StoredWords.Of(scheduled.Occasion);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.NarrativeTurns
            .Where(turn => turn.ListenerId == listenerId && turn.Occasion == occasion && turn.PeriodKey == scheduled.Key)
            .ExecuteUpdateAsync(turn => turn.SetProperty(row => row.JobId, jobId), cancellationToken);
    }
}
