using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Lyrics;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Lyrics;

/// <summary>Says whose words are to be looked for next. Nothing is queued anywhere: it is what was played and is not known, so it survives whatever happens.</summary>
internal sealed class WantedSongs(StatisticsService statistics, LyricsStore store, TimeProvider time)
{
    /// <summary>The recordings that a listener played and that were never asked about, or may be asked about again; most played first.</summary>
    /// <param name="listener">Whose; the demo's songs are invented, so nobody is asked about them.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<WantedSong>> FirstAsync(ListenerProfile listener, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listener);
        if (listener.IsDemo)
        {
            return [];
        }

        var view = await statistics.ReadAsync(listener, Period.Everything, rule: null, cancellationToken);
        var (catalogue, now) = (view.Log.Catalogue, time.GetUtcNow());
        var marks = await store.MarksAsync(listener.Id, cancellationToken);
        var settled = marks.Where(mark => !mark.Value.IsDue(now))
            .Select(mark => catalogue.IndexOf(mark.Key))
            .Where(static index => index >= 0)
            .Select(index => catalogue.CountsAs[index])
            .ToHashSet();
        var plays = view.Tracks.Plays.ToArray();
        return
        [
            .. Enumerable.Range(0, plays.Length)
                .Where(track => plays[track] > 0 && !settled.Contains(track))
                .OrderByDescending(track => plays[track])
                .ThenBy(track => catalogue.Tracks[track].Id)
                .Select(track => Of(listener.Id, catalogue, track))
                .Where(static song => song.Question is { Title.Length: > 0, Artist.Length: > 0 })
                .Take(limit),
        ];
    }

    /// <summary>The question about a recording.</summary>
    /// <param name="listenerId">For whom.</param>
    /// <param name="catalogue">Their tracks.</param>
    /// <param name="recording">Place of the track that stands for it.</param>
    public static WantedSong Of(int listenerId, LogCatalogue catalogue, int recording)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var track = catalogue.Tracks[recording];
        var duration = catalogue.DurationMs(recording);
        return new WantedSong(
            listenerId,
            track.Id,
            new SongQuestion(
                track.Title,
                catalogue.Artists[track.ArtistIndex].Name,
                track.AlbumIndex >= 0 ? catalogue.Albums[track.AlbumIndex].Title : null,
                duration > 0 ? duration : null));
    }
}
