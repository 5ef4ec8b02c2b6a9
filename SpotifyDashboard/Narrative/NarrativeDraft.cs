using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking;

namespace SpotifyDashboard.Narrative;

/// <summary>A story that is being written, as far as it is checked.</summary>
/// <param name="JobId">The job that writes it.</param>
/// <param name="ListenerId">Whom it is about.</param>
/// <param name="Sentences">Those that came so far, each checked, in order. What is stored in the end may read otherwise.</param>
/// <param name="Deadline">When a checked story or a plain reason will be there at the latest (UTC).</param>
/// <param name="HasEnded">Whether nothing more will come; the job's result or message tells what became of it.</param>
public sealed record NarrativeDraft(Guid JobId, int ListenerId, ImmutableArray<CheckedSentence> Sentences, DateTimeOffset Deadline, bool HasEnded);
