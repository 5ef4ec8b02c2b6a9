using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.MusicBrainz;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Asks MusicBrainz for the genres of one artist at a time, found by the address of their page at Spotify.</summary>
internal sealed class GenreLane(MusicBrainzClient client, EnrichmentQueue queue, StorageWriter writer, EnrichmentNews news, TimeProvider time) : IEnrichmentLane
{
    private const int Ahead = 100;

    private readonly Queue<int> _ahead = [];

    /// <inheritdoc/>
    public EnrichmentQuestion Question => EnrichmentQuestion.Genres;

    /// <inheritdoc/>
    public async Task<int> StepAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not { } artist)
        {
            return 0;
        }

        try
        {
            var genres = await client.GetGenresAsync(artist.SpotifyId, cancellationToken);
            await StoreAsync(artist, genres?.Genres ?? [], cancellationToken);
            return 1;
        }
        catch (ProviderException exception)
        {
            _ahead.Clear();
            await FailedAnswers.NoteAsync(writer, Question, [artist], exception, time.GetUtcNow(), cancellationToken);
            throw;
        }
    }

    private async Task<Wanted?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ahead.Count == 0)
        {
            foreach (var next in await queue.NextAsync(Question, Ahead, cancellationToken))
            {
                _ahead.Enqueue(next.Id);
            }
        }

        while (_ahead.TryDequeue(out var id))
        {
            // Spotify may have told its genres since.
            if (await queue.AmongAsync(Question, [id], cancellationToken) is [var wanted])
            {
                return wanted;
            }
        }

        return null;
    }

    private async Task StoreAsync(Wanted artist, IReadOnlyList<string> genres, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        using var marks = new EnrichmentMarks(write, Question, now);
        if (genres.Count == 0)
        {
            marks.Missing(artist.Id);
        }
        else
        {
            marks.Found(artist.Id);
            using var add = write.Command(
                "INSERT INTO artist_genres (artist_id, genre, provenance, stored_at) VALUES (@artist, @genre, @provenance, @at) ON CONFLICT DO NOTHING",
                "artist", "genre", "provenance", "at");
            foreach (var genre in genres)
            {
                add.Run(artist.Id, StoredText.Name(genre).ToLowerInvariant(), MusicBrainzClient.Service, now.ToUnixTimeMilliseconds());
            }

            news.Add(write);
        }

        await write.CommitAsync(cancellationToken);
    }
}
