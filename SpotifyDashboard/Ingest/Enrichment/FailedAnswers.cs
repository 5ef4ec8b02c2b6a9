using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Sets aside what a provider answered nonsense about, so that it does not hold up all that waits behind it.</summary>
internal static class FailedAnswers
{
    /// <summary>Notes the failure with each of <paramref name="wanted"/> if an answer came; where none came it says nothing of them.</summary>
    public static async Task NoteAsync(
        StorageWriter writer,
        EnrichmentQuestion question,
        IReadOnlyList<Wanted> wanted,
        ProviderException exception,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (exception is not { Failure: Failure.Retry, StatusCode: not null })
        {
            return;
        }

        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        using var marks = new EnrichmentMarks(write, question, now);
        foreach (var one in wanted)
        {
            marks.Failed(one.Id, exception.Message);
        }

        await write.CommitAsync(cancellationToken);
    }
}
