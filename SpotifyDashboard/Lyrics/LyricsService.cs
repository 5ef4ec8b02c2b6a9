using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Lyrics.Reading;
using SpotifyDashboard.Providers.Lyrics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Lyrics;

/// <summary>Reads the words of single songs, and starts the looking for them. Reading asks nobody.</summary>
internal sealed class LyricsService(ListeningLogs logs, LyricsStore store, LyricsSwitch looking, LyricsNews news, LrcLibClient lrcLib, JobRunner jobs)
{
    /// <summary>What is known of a song; null where the listener has no such track.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="trackId">The track's public id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SongLyrics?> ReadAsync(int listenerId, string trackId, CancellationToken cancellationToken)
    {
        var catalogue = (await logs.GetAsync(listenerId, cancellationToken)).Catalogue;
        if (catalogue.IndexOf(trackId) is not (>= 0 and var track))
        {
            return null;
        }

        var rows = await store.ReadAsync(listenerId, IdsOfRecording(catalogue, track), cancellationToken);
        return rows.OrderBy(static row => row.Outcome).ThenBy(static row => row.TrackId).FirstOrDefault() is { } row
            ? new SongLyrics(
                trackId,
                (LyricsState)row.Outcome,
                row.Text,
                row.Text is { } text ? SongReading.Of(text) : null,
                row.RecordId is { } record ? lrcLib.AddressOf(record) : null,
                row.PageUrl,
                row.AskedAt,
                row.RetryAt,
                row.Detail)
            : new SongLyrics(trackId, State: null, Text: null, Reading: null, RecordUrl: null, PageUrl: null, AskedAt: null, AskAgainAt: null, Detail: null);
    }

    /// <summary>Starts the job that looks for the words of a song at once.</summary>
    /// <returns>The job; null where the looking is switched off, or the songs are the demo's, which are invented.</returns>
    public async Task<Guid?> AskAsync(ListenerProfile listener, string trackId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listener);
        return !listener.IsDemo && await looking.IsOnAsync(listener.Id, cancellationToken)
            ? await jobs.EnqueueAsync(LyricsJobHandler.JobKind, listener.Id, new LyricsJobInput(trackId).ToJson(), cancellationToken)
            : null;
    }

    /// <summary>A look for the words of a song as a job; null where the listener has none of that number.</summary>
    public async Task<JobView?> FindJobAsync(int listenerId, Guid job, CancellationToken cancellationToken) =>
        await jobs.FindAsync(job, cancellationToken) is { } found && found.ListenerId == listenerId ? found : null;

    /// <summary>Deletes the words of all songs of a listener, and what came of asking.</summary>
    /// <returns>How many songs it was.</returns>
    public async Task<int> ForgetAsync(int listenerId, CancellationToken cancellationToken)
    {
        var forgotten = await store.ForgetAsync(listenerId, cancellationToken);
        news.Publish(listenerId);
        return forgotten;
    }

    private static List<int> IdsOfRecording(LogCatalogue catalogue, int track)
    {
        var recording = catalogue.CountsAs[track];
        List<int> ids = [];
        for (var other = 0; other < catalogue.CountsAs.Length; other++)
        {
            if (catalogue.CountsAs[other] == recording)
            {
                ids.Add(catalogue.Tracks[other].Id);
            }
        }

        return ids;
    }
}
