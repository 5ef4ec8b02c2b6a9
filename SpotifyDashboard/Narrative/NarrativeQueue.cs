using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Narrative;

/// <summary>Turns a request into a job, or into one that already runs for the same story.</summary>
internal sealed class NarrativeQueue(
    IDbContextFactory<DashboardDbContext> contexts, JobRunner jobs, NarrativeChoicesStore choices, IStoryMaker maker, TimeProvider time) : IDisposable
{
    private const string English = "en";

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Queues a story that somebody asks for.</summary>
    public async Task<Guid> StartAsync(ListenerProfile listener, NarrativeRequest request, CancellationToken cancellationToken) =>
        await JoinAsync(listener.Id, await InputAsync(listener, request, NarrativeOccasion.Hand, periodKey: null, cancellationToken), cancellationToken);

    /// <summary>Queues the story of a scheduled period.</summary>
    public async Task<Guid> StartAsync(ListenerProfile listener, ScheduledPeriod scheduled, CancellationToken cancellationToken)
    {
        var request = new NarrativeRequest(scheduled.Period, NarrativeConsent.AsAgreed, Language: await LastLanguageAsync(listener.Id, cancellationToken));
        return await JoinAsync(listener.Id, await InputAsync(listener, request, scheduled.Occasion, scheduled.Key, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<NarrativeJobInput> InputAsync(
        ListenerProfile listener, NarrativeRequest request, NarrativeOccasion occasion, string? periodKey, CancellationToken cancellationToken)
    {
        var chosen = await choices.ReadAsync(listener.Id, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.Listeners.AsNoTracking()
            .Where(row => row.Id == listener.Id)
            .Select(row => new { row.Language, Version = row.PlaysVersion + context.Catalogue.Sum(catalogue => catalogue.Version) })
            .SingleOrDefaultAsync(cancellationToken);
        return new NarrativeJobInput(
            request.Period.From,
            request.Period.To,
            request.Tone ?? chosen.Tone,
            LanguageOf(stored?.Language ?? request.Language),
            WithNames: !chosen.LeavesNamesOut,
            request.Consent,
            occasion,
            periodKey,
            listener.DayAt(time.GetUtcNow()),
            stored?.Version ?? 0);
    }

    /// <summary>The job that does this already, else a new one.</summary>
    private async Task<Guid> JoinAsync(int listenerId, NarrativeJobInput input, CancellationToken cancellationToken)
    {
        var text = input.ToJson();

        // One after the other, or two that look at the same moment would both find nothing.
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await FindOpenAsync(listenerId, text, cancellationToken) ?? await jobs.EnqueueAsync(NarrativeJob.JobKind, listenerId, text, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Guid?> FindOpenAsync(int listenerId, string input, CancellationToken cancellationToken)
    {
        string[] open = [StoredWords.Of(JobState.Queued), StoredWords.Of(JobState.Running)];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Jobs.AsNoTracking()
            .Where(job => job.ListenerId == listenerId && job.Kind == NarrativeJob.JobKind && open.Contains(job.State) && job.Input == input)
            .OrderBy(job => job.CreatedAt)
            .Select(job => (Guid?)job.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>No browser asks for a scheduled story: it speaks as the last one that one asked for.</summary>
    private async Task<string?> LastLanguageAsync(int listenerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Narratives.AsNoTracking()
            .Where(row => row.ListenerId == listenerId)
            .OrderByDescending(row => row.CreatedAt)
            .Select(row => row.Language)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private string LanguageOf(string? tag)
    {
        try
        {
            return maker.LanguageOf(CultureInfo.GetCultureInfo(string.IsNullOrEmpty(tag) ? English : tag, predefinedOnly: true)).Name;
        }
        catch (CultureNotFoundException)
        {
            return English;
        }
    }
}
