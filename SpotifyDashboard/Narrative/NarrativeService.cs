using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>Stories for pages, letters and the API: asking for one, watching it come, keeping and comparing them, and what a listener wants of them.</summary>
public sealed class NarrativeService
{
    private readonly NarrativeQueue _queue;
    private readonly NarrativeStore _stories;
    private readonly NarrativeChoicesStore _choices;
    private readonly NarrativeCallGuard _guard;
    private readonly NarrativeDrafts _drafts;
    private readonly IStoryMaker _maker;
    private readonly JobRunner _jobs;

    internal NarrativeService(
        NarrativeQueue queue, NarrativeStore stories, NarrativeChoicesStore choices, NarrativeCallGuard guard, NarrativeDrafts drafts, IStoryMaker maker, JobRunner jobs) =>
        (_queue, _stories, _choices, _guard, _drafts, _maker, _jobs) = (queue, stories, choices, guard, drafts, maker, jobs);

    /// <summary>Whether the settings name a model that can be asked; without one the template writes every story.</summary>
    public bool HasModel => _maker.HasModel;

    /// <summary>Asks for a story and returns at once; who asks for the same one while it is written gets the same job.</summary>
    /// <returns>The job of the kind <c>narrative</c>, which is also the story's number. It fails with a plain sentence where nothing was played.</returns>
    public Task<Guid> StartAsync(ListenerProfile listener, NarrativeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listener);
        ArgumentNullException.ThrowIfNull(request);
        return _queue.StartAsync(listener, request, cancellationToken);
    }

    /// <summary>Watches a story being written: <paramref name="handler"/> is called with what is there so far, then after every checked sentence, and once at the end.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="jobId">The job that writes it. One that another process writes, or that has ended, stays silent: the job itself tells.</param>
    /// <param name="handler">Hands over to its circuit with <c>InvokeAsync</c> and returns at once: the writing waits for it.</param>
    /// <returns>Ends the watching when disposed; the story is written all the same.</returns>
    public IDisposable Watch(int listenerId, Guid jobId, Action<NarrativeDraft> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return _drafts.Watch(listenerId, jobId, handler);
    }

    /// <summary>The job that writes a story, as it stands now; null where the listener has none of this number.</summary>
    public async Task<JobView?> FindJobAsync(int listenerId, Guid jobId, CancellationToken cancellationToken) =>
        await _jobs.FindAsync(jobId, cancellationToken) is { Kind: NarrativeJob.JobKind } job && job.ListenerId == listenerId ? job : null;

    /// <summary>The listener's newest job that still writes; null where none does.</summary>
    public async Task<JobView?> FindRunningAsync(int listenerId, CancellationToken cancellationToken) =>
        (await _jobs.ListAsync(listenerId, cancellationToken)).FirstOrDefault(static job => job is { Kind: NarrativeJob.JobKind, HasEnded: false });

    /// <summary>Stops writing a story; nothing of it is stored.</summary>
    /// <returns>False where the listener has no such job, or it has ended.</returns>
    public async Task<bool> CancelAsync(int listenerId, Guid jobId, CancellationToken cancellationToken) =>
        await FindJobAsync(listenerId, jobId, cancellationToken) is not null && await _jobs.CancelAsync(jobId, cancellationToken);

    /// <summary>All of a listener's stories, newest first.</summary>
    public Task<IReadOnlyList<NarrativeSnapshot>> ListAsync(int listenerId, CancellationToken cancellationToken) => _stories.ListAsync(listenerId, cancellationToken);

    /// <summary>One of a listener's stories; null where they have none of this number.</summary>
    public Task<NarrativeSnapshot?> FindAsync(int listenerId, Guid id, CancellationToken cancellationToken) => _stories.FindAsync(listenerId, id, cancellationToken);

    /// <summary>The newest of a listener's stories; null while there is none.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="tone">Only this tone; null for any.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<NarrativeSnapshot?> FindNewestAsync(int listenerId, NarrativeTone? tone, CancellationToken cancellationToken) =>
        _stories.FindNewestAsync(listenerId, tone, cancellationToken);

    /// <summary>The story that was written by itself for a period; null while there is none.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="occasion">Weekly, monthly or yearly.</param>
    /// <param name="periodKey">The period: <c>2026-W47</c>, <c>2026-11</c>, <c>2026</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<NarrativeSnapshot?> FindScheduledAsync(int listenerId, NarrativeOccasion occasion, string periodKey, CancellationToken cancellationToken) =>
        _stories.FindScheduledAsync(listenerId, occasion, periodKey, cancellationToken);

    /// <summary>Deletes a story; false where the listener has none of this number. It gives no call of the model back.</summary>
    public Task<bool> DeleteAsync(int listenerId, Guid id, CancellationToken cancellationToken) => _stories.DeleteAsync(listenerId, id, cancellationToken);

    /// <summary>What changed in the facts between two stories; null where the listener does not have both.</summary>
    public async Task<NarrativeComparison?> CompareAsync(int listenerId, Guid one, Guid other, CancellationToken cancellationToken) =>
        await _stories.FindAsync(listenerId, one, cancellationToken) is { } first && await _stories.FindAsync(listenerId, other, cancellationToken) is { } second
            ? NarrativeComparison.Of(first, second)
            : null;

    /// <summary>What a listener wants of stories.</summary>
    public Task<NarrativeChoices> ReadChoicesAsync(int listenerId, CancellationToken cancellationToken) => _choices.ReadAsync(listenerId, cancellationToken);

    /// <summary>Changes what a listener wants: agree or withdraw, leave names out, tone, schedules.</summary>
    /// <returns>The choices as they now are.</returns>
    public Task<NarrativeChoices> ChangeChoicesAsync(int listenerId, NarrativeChoicesChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _choices.ChangeAsync(listenerId, change, cancellationToken);
    }

    /// <summary>Exactly what would be sent to the model for a period, by the listener's present choice of names. Nothing is sent.</summary>
    public async Task<NarrativeFacts> ReadFactsAsync(ListenerProfile listener, Period period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listener);
        var chosen = await _choices.ReadAsync(listener.Id, cancellationToken);
        return await _maker.GatherAsync(listener, period, withNames: !chosen.LeavesNamesOut, cancellationToken);
    }

    /// <summary>How many calls of the model the listener has left today.</summary>
    public Task<NarrativeCalls> ReadCallsAsync(int listenerId, CancellationToken cancellationToken) => _guard.ReadAsync(listenerId, cancellationToken);

    /// <summary>How often the model's text held, over the listener's stored stories.</summary>
    public Task<AcceptanceRate> ReadAcceptanceAsync(int listenerId, CancellationToken cancellationToken) => _stories.RateAsync(listenerId, cancellationToken);
}
