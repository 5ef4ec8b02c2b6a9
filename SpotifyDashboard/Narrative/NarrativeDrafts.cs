using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Narrative;

/// <summary>The stories that this process is writing, for the pages that watch.</summary>
internal sealed class NarrativeDrafts
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, NarrativeDraft> _drafts = [];
    private readonly Told _told = new();

    /// <summary>Calls <paramref name="handler"/> with the draft as it is, where there is one, and after every sentence, in order, until disposed.</summary>
    /// <param name="listenerId">Whose; the draft of another listener stays silent.</param>
    /// <param name="jobId">The job that writes it.</param>
    /// <param name="handler">Hands over to its circuit and returns at once: the writing waits for it.</param>
    public IDisposable Watch(int listenerId, Guid jobId, Action<NarrativeDraft> handler)
    {
        lock (_gate)
        {
            var subscription = _told.Subscribe(draft =>
            {
                if (draft.JobId == jobId && draft.ListenerId == listenerId)
                {
                    handler(draft);
                }
            });
            if (_drafts.TryGetValue(jobId, out var current) && current.ListenerId == listenerId)
            {
                handler(current);
            }

            return subscription;
        }
    }

    /// <summary>A story begins to be written, or begins anew.</summary>
    public void Begin(Guid jobId, int listenerId, DateTimeOffset deadline) => Tell(new NarrativeDraft(jobId, listenerId, [], deadline, HasEnded: false));

    /// <summary>Another sentence was checked.</summary>
    public void Add(Guid jobId, CheckedSentence sentence)
    {
        lock (_gate)
        {
            if (_drafts.TryGetValue(jobId, out var draft))
            {
                Tell(draft with { Sentences = draft.Sentences.Add(sentence) });
            }
        }
    }

    /// <summary>Nothing more comes.</summary>
    public void End(Guid jobId)
    {
        lock (_gate)
        {
            if (_drafts.Remove(jobId, out var draft))
            {
                _told.Publish(draft with { HasEnded = true });
            }
        }
    }

    private void Tell(NarrativeDraft draft)
    {
        // Told under the lock, so that who begins to watch neither misses a sentence nor hears an older state last.
        lock (_gate)
        {
            _drafts[draft.JobId] = draft;
            _told.Publish(draft);
        }
    }

    private sealed class Told : Announcer<NarrativeDraft>;
}
