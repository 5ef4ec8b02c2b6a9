using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative;

/// <summary>Remembers what listeners want of stories.</summary>
internal sealed class NarrativeChoicesStore(IDbContextFactory<DashboardDbContext> contexts, NarrativesChanged changed, TimeProvider time)
{
    /// <summary>A listener's choices.</summary>
    public async Task<NarrativeChoices> ReadAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.NarrativeChoices.AsNoTracking().SingleOrDefaultAsync(row => row.ListenerId == listenerId, cancellationToken);
        return row is null ? NarrativeChoices.Untouched : Of(row);
    }

    /// <summary>Listeners who want stories to come by themselves; never the demo listener.</summary>
    public async Task<IReadOnlyList<int>> ScheduledAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.NarrativeChoices.AsNoTracking()
            .Where(row => row.WeeklySince != null || row.MonthlySince != null || row.YearlySince != null)
            .Where(row => context.Listeners.Any(listener => listener.Id == row.ListenerId && !listener.IsDemo))
            .OrderBy(row => row.ListenerId)
            .Select(row => row.ListenerId)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Changes a listener's choices.</summary>
    /// <returns>The choices as they now are.</returns>
    public async Task<NarrativeChoices> ChangeAsync(int listenerId, NarrativeChoicesChange change, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            // The row first, by itself: two pages that choose for the first time at once would otherwise both make it.
            var tone = StoredWords.Of(NarrativeChoices.Untouched.Tone);
            await context.Database.ExecuteSqlAsync(
                $"INSERT INTO narrative_choices (listener_id, leaves_names_out, tone) SELECT id, {false}, {tone} FROM listeners WHERE id = {listenerId} ON CONFLICT (listener_id) DO NOTHING",
                cancellationToken);
            if (await context.NarrativeChoices.SingleOrDefaultAsync(row => row.ListenerId == listenerId, cancellationToken) is not { } row)
            {
                return NarrativeChoices.Untouched;
            }

            Apply(change, row, time.GetUtcNow());
            await context.SaveChangesAsync(cancellationToken);
        }

        changed.Publish(listenerId);
        return await ReadAsync(listenerId, cancellationToken);
    }

    private static void Apply(NarrativeChoicesChange change, NarrativeChoicesRow row, DateTimeOffset now)
    {
        if (change.Agrees is { } agrees && agrees != Of(row).HasAgreed)
        {
            row.AgreedAt = agrees ? now : row.AgreedAt;
            row.WithdrawnAt = agrees ? null : now;
        }

        row.LeavesNamesOut = change.LeavesNamesOut ?? row.LeavesNamesOut;
        row.Tone = change.Tone is { } tone ? StoredWords.Of(tone) : row.Tone;
        row.WeeklySince = Since(change.Weekly, row.WeeklySince, now);
        row.MonthlySince = Since(change.Monthly, row.MonthlySince, now);
        row.YearlySince = Since(change.Yearly, row.YearlySince, now);
    }

    private static DateTimeOffset? Since(bool? isWanted, DateTimeOffset? since, DateTimeOffset now) => isWanted switch
    {
        true => since ?? now,
        false => null,
        null => since,
    };

    private static NarrativeChoices Of(NarrativeChoicesRow row) => new()
    {
        AgreedAt = row.AgreedAt,
        WithdrawnAt = row.WithdrawnAt,
        LeavesNamesOut = row.LeavesNamesOut,
        Tone = StoredWords.Read<NarrativeTone>(row.Tone),
        WeeklySince = row.WeeklySince,
        MonthlySince = row.MonthlySince,
        YearlySince = row.YearlySince,
    };
}
