using System.Collections.Concurrent;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.ReccoBeats;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Asks ReccoBeats, forty tracks at a time: audio features, length, ISRC, popularity, ids of artists.</summary>
internal sealed class SoundLane(ReccoBeatsClient client, EnrichmentQueue queue, StorageWriter writer, EnrichmentNews news, TimeProvider time) : IEnrichmentLane, IDisposable
{
    /// <summary>How many are looked up at once: finding the most played costs a pass over all plays.</summary>
    private const int Ahead = 400;

    private readonly Queue<int> _ahead = [];
    private readonly ConcurrentQueue<int> _preferred = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public EnrichmentQuestion Question => EnrichmentQuestion.Sound;

    /// <inheritdoc/>
    public async Task<int> StepAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var wanted = await NextAsync(cancellationToken);
            await AskAsync(wanted, cancellationToken);
            return wanted.Count;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks how those of the given tracks sound that wait, before all others; one call for forty.</summary>
    /// <remarks>They go on waiting for the rest: the background asks for it, and finds these answers kept.</remarks>
    /// <returns>How many were asked about.</returns>
    public async Task<int> AskAboutAsync(IReadOnlyCollection<int> trackIds, CancellationToken cancellationToken)
    {
        var asked = 0;
        foreach (var some in trackIds.Chunk(ReccoBeatsClient.MostIds))
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                var wanted = await queue.AmongAsync(Question, some, cancellationToken);
                await AskForSoundAsync(wanted, cancellationToken);
                asked += wanted.Count;
            }
            finally
            {
                _turn.Release();
            }
        }

        return asked;
    }

    /// <summary>Has a track asked about with the next step.</summary>
    public void Prefer(int trackId) => _preferred.Enqueue(trackId);

    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<Wanted>> NextAsync(CancellationToken cancellationToken)
    {
        if (_ahead.Count == 0 && _preferred.IsEmpty)
        {
            foreach (var next in await queue.NextAsync(Question, Ahead, cancellationToken))
            {
                _ahead.Enqueue(next.Id);
            }
        }

        while (_ahead.Count > 0 || !_preferred.IsEmpty)
        {
            List<int> some = [];
            while (some.Count < ReccoBeatsClient.MostIds && (_preferred.TryDequeue(out var id) || _ahead.TryDequeue(out id)))
            {
                some.Add(id);
            }

            // Some may have been asked about since.
            if (await queue.AmongAsync(Question, some, cancellationToken) is { Count: > 0 } wanted)
            {
                return wanted;
            }
        }

        return [];
    }

    private async Task AskAsync(IReadOnlyList<Wanted> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        try
        {
            string[] ids = [.. wanted.Select(track => track.SpotifyId)];
            var sounds = await client.GetFeaturesAsync(ids, cancellationToken);
            var tracks = await client.GetTracksAsync(ids, cancellationToken);
            await StoreAsync(wanted, sounds, tracks, cancellationToken);
        }
        catch (ProviderException exception)
        {
            _ahead.Clear();
            await FailedAnswers.NoteAsync(writer, Question, wanted, exception, time.GetUtcNow(), cancellationToken);
            throw;
        }
    }

    private async Task AskForSoundAsync(IReadOnlyList<Wanted> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var sounds = await client.GetFeaturesAsync([.. wanted.Select(track => track.SpotifyId)], cancellationToken);
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        using var store = new SoundStore(write, ReccoBeatsClient.Service, time.GetUtcNow());
        foreach (var (id, spotifyId) in wanted)
        {
            if (sounds.Found.TryGetValue(spotifyId, out var sound) && store.Store(id, sound.Values))
            {
                write.MarkCatalogueChanged();
            }
        }

        await write.CommitAsync(cancellationToken);
    }

    private async Task StoreAsync(
        IReadOnlyList<Wanted> wanted,
        ReccoBeatsLookup<ReccoBeatsFeatures> sounds,
        ReccoBeatsLookup<ReccoBeatsTrack> tracks,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var write = await writer.BeginAsync(listenerId: 0, cancellationToken);
        using var marks = new EnrichmentMarks(write, Question, now);
        using var store = new SoundStore(write, ReccoBeatsClient.Service, now);
        using var facts = new TrackFacts(write, ReccoBeatsClient.Service, now);
        var isChanged = false;
        foreach (var (id, spotifyId) in wanted)
        {
            var track = tracks.Found.GetValueOrDefault(spotifyId);
            isChanged |= track is not null && StoreFacts(facts, id, track);
            if (sounds.Found.TryGetValue(spotifyId, out var sound))
            {
                isChanged |= store.Store(id, WithDuration(sound.Values, track?.DurationMs));
                marks.Found(id);
            }
            else
            {
                marks.Missing(id);
            }
        }

        if (isChanged)
        {
            news.Add(write);
        }

        await write.CommitAsync(cancellationToken);
    }

    private static bool StoreFacts(TrackFacts facts, int id, ReccoBeatsTrack track)
    {
        var isChanged = facts.Store(id, track.DurationMs, track.Isrc is { } isrc ? StoredText.Name(isrc) : null, track.Popularity);
        return track.Artists is [{ SpotifyId: { } artist } first, ..] ? facts.Identify(id, artist, StoredText.Name(first.Name)) | isChanged : isChanged;
    }

    /// <summary>The length is one of the thirteen features; ReccoBeats tells it with the track.</summary>
    private static Dictionary<Feature, double> WithDuration(IReadOnlyDictionary<Feature, double> values, int? durationMs)
    {
        Dictionary<Feature, double> all = new(values);
        if (durationMs is { } duration)
        {
            all.TryAdd(Feature.DurationMs, duration);
        }

        return all;
    }
}
