using System.Data.Common;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Notes what became of asking, in the transaction that stores the answers: a subject is never asked about twice for one of them.</summary>
internal sealed class EnrichmentMarks(WriteTransaction write, EnrichmentQuestion question, DateTimeOffset now) : IDisposable
{
    private static readonly TimeSpan s_missingFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_failedFor = TimeSpan.FromHours(1);

    private readonly DbCommand _mark = write.Command(
        """
        INSERT INTO enrichments (subject, subject_id, provider, outcome, tried_at, retry_at, detail) VALUES (@subject, @id, @provider, @outcome, @tried, @retry, @detail)
        ON CONFLICT (subject, subject_id, provider) DO UPDATE SET outcome = excluded.outcome, tried_at = excluded.tried_at, retry_at = excluded.retry_at, detail = excluded.detail
        """,
        "subject", "id", "provider", "outcome", "tried", "retry", "detail");

    /// <summary>It knew something, and need not be asked again.</summary>
    public void Found(int id) => Mark(id, EnrichmentOutcome.Found, retry: null, detail: null);

    /// <summary>It knew nothing; again in thirty days.</summary>
    public void Missing(int id) => Mark(id, EnrichmentOutcome.Missing, now + s_missingFor, detail: null);

    /// <summary>It answered nothing that makes sense; again in an hour.</summary>
    public void Failed(int id, string why) => Mark(id, EnrichmentOutcome.Failed, now + s_failedFor, why);

    /// <summary>Marks those that a look-up found, once stored, and those that Spotify does not know; the others were not asked about.</summary>
    public void Settle<T>(IReadOnlyList<Wanted> wanted, SpotifyLookup<T> lookup, Action<Wanted, T> store)
    {
        foreach (var one in wanted)
        {
            if (lookup.Found.TryGetValue(one.SpotifyId, out var found))
            {
                store(one, found);
                Found(one.Id);
            }
            else if (lookup.Unknown.Contains(one.SpotifyId, StringComparer.Ordinal))
            {
                Missing(one.Id);
            }
        }
    }

    public void Dispose() => _mark.Dispose();

    private void Mark(int id, EnrichmentOutcome outcome, DateTimeOffset? retry, string? detail) => _mark.Run(
        (int)question.Subject, id, question.Provider, (int)outcome, now.ToUnixTimeMilliseconds(), retry?.ToUnixTimeMilliseconds(), detail);
}
