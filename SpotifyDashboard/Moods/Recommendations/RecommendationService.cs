using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Providers.ReccoBeats;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Recommends tracks, and takes what the listener says of them. Reads and computes; nobody outside is asked but by the job of <see cref="FetchAsync"/>.</summary>
internal sealed class RecommendationService(
    StatisticsService statistics, MoodMapService maps, VerdictStore verdicts, SuggestionStore suggestions, KnownRecordings known, PlaylistTracks tracks, JobRunner jobs)
{
    public const int DefaultLimit = 20;
    public const int MostLimit = 50;

    /// <summary>All that the page shows.</summary>
    /// <param name="listener">Whose.</param>
    /// <param name="view">All of their plays.</param>
    /// <param name="limit">Most tracks of each kind.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<RecommendationBoard> BoardAsync(ListenerProfile listener, ListeningView view, int limit, CancellationToken cancellationToken)
    {
        var told = await verdicts.ReadAsync(listener.Id, cancellationToken);
        var suggested = await suggestions.ReadAsync(listener.Id, cancellationToken);
        var refused = await RefusedAsync(listener.Id, told, cancellationToken);
        var fetch = await suggestions.LastFetchAsync(listener.Id, cancellationToken);
        var map = await maps.GetAsync(MoodMapRequest.OfLibrary(listener.Id, MoodMapRequest.DefaultMoods), cancellationToken);
        var ground = await Task.Run(() => (Made: RecommendationGround.Of(view, map, told, suggested, out var gap), Gap: gap), cancellationToken);
        if (ground.Made is not { } made)
        {
            return new RecommendationBoard(ground.Gap, [], [], refused, [], fetch);
        }

        var fresh = await known.WithoutAsync(view.Log.Catalogue, suggested, made.Refused, cancellationToken);
        return await Task.Run(
            () => new RecommendationBoard(
                RecommendationGap.None, made.Own(limit, cancellationToken), made.New(fresh, limit, cancellationToken), refused, made.Seeds(ReccoBeatsClient.MostSeeds), fetch),
            cancellationToken);
    }

    /// <summary>One kind of recommendations; empty where nothing can be said.</summary>
    public async Task<IReadOnlyList<Recommendation>> ListAsync(ListenerProfile listener, RecommendationKind kind, int limit, CancellationToken cancellationToken)
    {
        var view = await statistics.ReadAsync(listener, Period.Everything, rule: null, cancellationToken);
        var board = await BoardAsync(listener, view, limit, cancellationToken);
        return kind == RecommendationKind.Own ? board.Own : board.New;
    }

    /// <summary>Remembers what the listener says of a track; the next list follows it.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="trackId">Its public id.</param>
    /// <param name="isLiked">Thumbs up or down; null takes it back.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <returns>False where it is neither a track of theirs nor one that was suggested.</returns>
    public async Task<bool> SayAsync(int listenerId, string trackId, bool? isLiked, CancellationToken cancellationToken)
    {
        if ((await tracks.FindAsync(listenerId, [trackId], cancellationToken)).Count == 0)
        {
            return false;
        }

        await verdicts.SetAsync(listenerId, trackId, isLiked, cancellationToken);
        return true;
    }

    /// <summary>Starts the job that asks ReccoBeats for new tracks.</summary>
    /// <param name="listener">Whose.</param>
    /// <param name="seeds">1 to 5 Spotify ids to start from; null for what the dashboard proposes.</param>
    /// <param name="cancellationToken">Ends the queueing, not the job.</param>
    /// <returns>The job; null where there is nothing to start from.</returns>
    public async Task<Guid?> FetchAsync(ListenerProfile listener, IReadOnlyList<string>? seeds, CancellationToken cancellationToken)
    {
        if (seeds is null)
        {
            var view = await statistics.ReadAsync(listener, Period.Everything, rule: null, cancellationToken);
            var board = await BoardAsync(listener, view, limit: 1, cancellationToken);
            seeds = [.. board.Seeds.Where(static seed => seed.IsProposed).Select(static seed => seed.SpotifyId)];
        }

        return listener.IsDemo || seeds.Count == 0
            ? null
            : await jobs.EnqueueAsync(SuggestionJobHandler.JobKind, listener.Id, new SuggestionJobInput(seeds).ToJson(), cancellationToken);
    }

    /// <summary>The last fetch of new tracks as a job; null where there was none lately.</summary>
    public async Task<JobView?> LastJobAsync(int listenerId, CancellationToken cancellationToken) =>
        (await jobs.ListAsync(listenerId, cancellationToken)).FirstOrDefault(static job => job.Kind == SuggestionJobHandler.JobKind);

    private async Task<IReadOnlyList<RefusedTrack>> RefusedAsync(int listenerId, IReadOnlyList<Verdict> told, CancellationToken cancellationToken)
    {
        var ids = told.Where(static verdict => !verdict.IsLiked).Select(static verdict => verdict.TrackId);
        var found = await tracks.FindAsync(listenerId, ids, cancellationToken);
        return [.. found.Select(static track => new RefusedTrack(track.PublicId, track.Title, track.Artist))];
    }
}
