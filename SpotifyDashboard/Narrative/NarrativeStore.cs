using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative;

/// <summary>Keeps stories until they are deleted.</summary>
internal sealed class NarrativeStore(IDbContextFactory<DashboardDbContext> contexts, NarrativesChanged changed)
{
    /// <summary>All of a listener's stories, newest first.</summary>
    public async Task<IReadOnlyList<NarrativeSnapshot>> ListAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Newest(context, listenerId).ToListAsync(cancellationToken);
        return rows.ConvertAll(Of);
    }

    /// <summary>One of a listener's stories; null where they have none of this number.</summary>
    public async Task<NarrativeSnapshot?> FindAsync(int listenerId, Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Newest(context, listenerId).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return row is null ? null : Of(row);
    }

    /// <summary>The newest of a listener's stories, of one tone or any.</summary>
    public async Task<NarrativeSnapshot?> FindNewestAsync(int listenerId, NarrativeTone? tone, CancellationToken cancellationToken)
    {
        var text = tone is { } asked ? StoredWords.Of(asked) : null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Newest(context, listenerId).FirstOrDefaultAsync(row => text == null || row.Tone == text, cancellationToken);
        return row is null ? null : Of(row);
    }

    /// <summary>The story of a scheduled period; null while there is none.</summary>
    public async Task<NarrativeSnapshot?> FindScheduledAsync(int listenerId, NarrativeOccasion occasion, string periodKey, CancellationToken cancellationToken)
    {
        var text = StoredWords.Of(occasion);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await Newest(context, listenerId).SingleOrDefaultAsync(row => row.Occasion == text && row.PeriodKey == periodKey, cancellationToken);
        return row is null ? null : Of(row);
    }

    /// <summary>Stores a checked story.</summary>
    /// <exception cref="InvalidOperationException">It does not hold: no unchecked text is ever stored.</exception>
    /// <exception cref="DbUpdateException">It is stored already, or the listener is gone.</exception>
    public async Task AddAsync(NarrativeSnapshot story, CancellationToken cancellationToken)
    {
        if (!story.Text.Holds)
        {
            throw new InvalidOperationException("A story that says what the facts do not say can't be stored.");
        }

        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            context.Narratives.Add(RowOf(story));
            await context.SaveChangesAsync(cancellationToken);
        }

        changed.Publish(story.ListenerId);
    }

    /// <summary>Deletes a story; false where the listener has none of this number.</summary>
    public async Task<bool> DeleteAsync(int listenerId, Guid id, CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await context.Narratives.Where(row => row.ListenerId == listenerId && row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
            {
                return false;
            }
        }

        changed.Publish(listenerId);
        return true;
    }

    /// <summary>How often the model's text held.</summary>
    public async Task<AcceptanceRate> RateAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await context.Narratives.AsNoTracking()
            .Where(row => row.ListenerId == listenerId)
            .GroupBy(row => row.Outcome)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var byOutcome = counts.ToDictionary(static group => StoredWords.Read<ModelOutcome>(group.Key), static group => group.Count);
        ModelOutcome[] judged = [ModelOutcome.NotAsked, ModelOutcome.Accepted, ModelOutcome.Repaired, ModelOutcome.Refused];
        return new AcceptanceRate(
            byOutcome.GetValueOrDefault(ModelOutcome.Accepted),
            byOutcome.GetValueOrDefault(ModelOutcome.Repaired),
            byOutcome.GetValueOrDefault(ModelOutcome.Refused),
            byOutcome.Where(outcome => !judged.Contains(outcome.Key)).Sum(static outcome => outcome.Value));
    }

    // Ids are made in order of time: of two stories of one millisecond the later asked for is the newer.
    private static IQueryable<NarrativeRow> Newest(DashboardDbContext context, int listenerId) => context.Narratives.AsNoTracking()
        .Where(row => row.ListenerId == listenerId)
        .OrderByDescending(static row => row.CreatedAt).ThenByDescending(static row => row.Id);

    private static NarrativeRow RowOf(NarrativeSnapshot story) => new()
    {
        Id = story.Id,
        ListenerId = story.ListenerId,
        PeriodFrom = story.Period.From,
        PeriodTo = story.Period.To,
        FirstDay = story.Days.From,
        LastDay = story.Days.To,
        Tone = StoredWords.Of(story.Tone),
        Language = story.Language,
        HasNames = story.HasNames,
        Sentences = NarrativeJson.Of(story.Text.Sentences),
        Facts = NarrativeJson.Of(story.Facts),
        Source = StoredWords.Of(story.Source),
        Model = story.Model,
        PromptVersion = story.PromptVersion,
        Outcome = StoredWords.Of(story.Outcome),
        Remark = story.Remark,
        TokensIn = story.TokensIn,
        TokensOut = story.TokensOut,
        Claims = story.Text.Claims,
        Supported = story.Text.Supported,
        Occasion = StoredWords.Of(story.Occasion),
        PeriodKey = story.PeriodKey,
        CreatedAt = story.CreatedAt,
    };

    private static NarrativeSnapshot Of(NarrativeRow row) => new()
    {
        Id = row.Id,
        ListenerId = row.ListenerId,
        Period = new Period(row.PeriodFrom, row.PeriodTo),
        Days = new FactDays(row.FirstDay, row.LastDay),
        Tone = StoredWords.Read<NarrativeTone>(row.Tone),
        Language = row.Language,
        HasNames = row.HasNames,
        Text = new CheckedText(NarrativeJson.SentencesOf(row.Sentences), []),
        Facts = NarrativeJson.FactsOf(row.Facts),
        Source = StoredWords.Read<NarrativeSource>(row.Source),
        Model = row.Model,
        PromptVersion = row.PromptVersion,
        Outcome = StoredWords.Read<ModelOutcome>(row.Outcome),
        Remark = row.Remark,
        TokensIn = row.TokensIn,
        TokensOut = row.TokensOut,
        Occasion = StoredWords.Read<NarrativeOccasion>(row.Occasion),
        PeriodKey = row.PeriodKey,
        CreatedAt = row.CreatedAt,
    };
}
