using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Lyrics;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Lyrics;

/// <summary>Asks for the words of one song, and where Genius has its page, and keeps what came; one song at a time.</summary>
internal sealed class LyricsFinder(LrcLibClient lrcLib, GeniusClient genius, LyricsStore store, LyricsSwitch looking, LyricsNews news, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_missingFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_failedFor = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Asks what is not known yet; words that are known are never asked for again.</summary>
    /// <param name="song">The song.</param>
    /// <param name="evenIfNotDue">Whether to ask although the last answer is still good: the listener wants it.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>What is known now; null where the looking is switched off, or was while it went on.</returns>
    /// <exception cref="ProviderException">LRCLIB could not be asked; where it answered nonsense about this very song, that is kept, so that the song does not hold up others.</exception>
    public async Task<LyricsRow?> AskAsync(WantedSong song, bool evenIfNotDue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(song);

        // Taken before the choice is read, so that no change of it falls between.
        var off = looking.OffToken(song.ListenerId);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, off);
        try
        {
            await _turn.WaitAsync(either.Token);
            try
            {
                return await looking.IsOnAsync(song.ListenerId, either.Token) ? await AskInTurnAsync(song, evenIfNotDue, either.Token) : null;
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (off.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<LyricsRow> AskInTurnAsync(WantedSong song, bool evenIfNotDue, CancellationToken cancellationToken)
    {
        var row = (await store.ReadAsync(song.ListenerId, [song.TrackId], cancellationToken)).SingleOrDefault();
        if (row is not null && !evenIfNotDue && !(row.RetryAt <= time.GetUtcNow()))
        {
            return row;
        }

        if (row is not { Outcome: (byte)LyricsState.Found or (byte)LyricsState.Instrumental })
        {
            row = await AskForWordsAsync(song, row, cancellationToken);
            await store.KeepAsync(row, cancellationToken);
        }

        if (genius.IsSetUp && row.PageUrl is null && !(row.PageAskedAt + s_missingFor > time.GetUtcNow()))
        {
            await AskForPageAsync(song, row, cancellationToken);
        }

        news.Publish(song.ListenerId);
        return row;
    }

    private async Task<LyricsRow> AskForWordsAsync(WantedSong song, LyricsRow? known, CancellationToken cancellationToken)
    {
        try
        {
            var words = await lrcLib.FindAsync(song.Question, cancellationToken);
            return words is null
                ? RowOf(song, known, LyricsState.Missing, s_missingFor)
                : RowOf(song, known, words.IsInstrumental ? LyricsState.Instrumental : LyricsState.Found, retryAfter: null, words);
        }
        catch (ProviderException refused) when (refused.Failure == Failure.NotAvailable)
        {
            return RowOf(song, known, LyricsState.Failed, s_missingFor, detail: refused.Message);
        }
        catch (ProviderException failed) when (failed is { Failure: Failure.Retry, StatusCode: not null })
        {
            await store.KeepAsync(RowOf(song, known, LyricsState.Failed, s_failedFor, detail: failed.Message), cancellationToken);
            news.Publish(song.ListenerId);
            throw;
        }
    }

    private async Task AskForPageAsync(WantedSong song, LyricsRow row, CancellationToken cancellationToken)
    {
        try
        {
            row.PageUrl = (await genius.FindPageAsync(song.Question, cancellationToken))?.AbsoluteUri;
            row.PageAskedAt = time.GetUtcNow();
        }
        catch (ProviderException)
        {
            // Logged where it was called. The link is an extra: the words are kept without it, and it is asked for another time.
            return;
        }

        await store.KeepAsync(row, cancellationToken);
    }

    private LyricsRow RowOf(WantedSong song, LyricsRow? known, LyricsState state, TimeSpan? retryAfter, SongWords? words = null, string? detail = null) => new()
    {
        ListenerId = song.ListenerId,
        TrackId = song.TrackId,
        Outcome = (byte)state,
        Text = words?.Text,
        RecordId = words?.RecordId,
        AskedAt = time.GetUtcNow(),
        RetryAt = time.GetUtcNow() + retryAfter,
        Detail = detail,
        PageUrl = known?.PageUrl,
        PageAskedAt = known?.PageAskedAt,
    };
}
