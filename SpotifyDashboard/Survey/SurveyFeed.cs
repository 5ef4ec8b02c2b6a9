using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.GoogleSheets;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey;

/// <summary>Reads the sheet or the published CSV again and again, so that open pages show new answers. At rest where the settings name neither.</summary>
/// <remarks>A reading that fails keeps the answers of the one before; the pause after it doubles up to a quarter of an hour.</remarks>
public sealed partial class SurveyFeed : BackgroundService
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(15);

    private readonly SheetSource _sheetSource;
    private readonly CsvSource _csvSource;
    private readonly SurveyStore _store;
    private readonly ListenerDirectory _listeners;
    private readonly LeaseBook _leases;
    private readonly SheetOptions _sheet;
    private readonly TimeSpan _refreshEvery;
    private readonly TimeProvider _time;
    private readonly ILogger<SurveyFeed> _logger;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Wakes the loop; more than one call while it is busy is one.</summary>
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private int _failures;

    internal SurveyFeed(
        SheetSource sheetSource, CsvSource csvSource, SurveyStore store, ListenerDirectory listeners, LeaseBook leases, IOptions<SheetOptions> sheet, IOptions<SurveyOptions> options, TimeProvider time, ILogger<SurveyFeed> logger)
    {
        (_sheetSource, _csvSource, _store, _listeners, _leases, _time, _logger) = (sheetSource, csvSource, store, listeners, leases, time, logger);
        _sheet = sheet.Value;
        _refreshEvery = options.Value.RefreshEvery;
    }

    /// <summary>Whether the settings name something to read.</summary>
    public bool IsSet => _sheet.HasSheet || _sheet.HasCsv;

    /// <summary>Reads now rather than at the next time.</summary>
    public void Wake() => _calls.Writer.TryWrite(true);

    /// <summary>Reads now and waits for it.</summary>
    /// <returns>The account; null where nothing is set, an upload is kept before it, or the reading failed, which the roster's problem tells.</returns>
    public Task<SurveyLedger?> ReadNowAsync(CancellationToken cancellationToken) => ReadAsync(isAskedFor: true, cancellationToken);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsSet)
        {
            return;
        }

        var isAskedFor = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            await ReadSafelyAsync(isAskedFor, stoppingToken);
            isAskedFor = await WaitAsync(stoppingToken);
        }
    }

    /// <summary>Waits for the next time or a call, whichever is first.</summary>
    /// <returns>Whether it was a call.</returns>
    private async Task<bool> WaitAsync(CancellationToken stoppingToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var call = _calls.Reader.ReadAsync(ended.Token).AsTask();
        await Task.WhenAny(call, Task.Delay(Pause(), _time, ended.Token));
        await ended.CancelAsync();
        await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stoppingToken.ThrowIfCancellationRequested();
        return call.IsCompletedSuccessfully;
    }

    private async Task ReadSafelyAsync(bool isAskedFor, CancellationToken stoppingToken)
    {
        try
        {
            await ReadAsync(isAskedFor, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The outermost frame: an exception that leaves it stops the whole host. The next round tries again.
            _failures++;
            LogBroken(exception);
        }
    }

    private async Task<SurveyLedger?> ReadAsync(bool isAskedFor, CancellationToken cancellationToken)
    {
        if (!IsSet)
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await _listeners.FindOrCreateHouseOwnerAsync(cancellationToken) is not { } owner)
            {
                return null;
            }

            var source = _sheet.HasSheet ? SurveySource.GoogleSheet : SurveySource.PublishedCsv;
            if (await _store.FindAsync(owner, SurveySource.Upload, cancellationToken) is { IsChosen: true })
            {
                return null;
            }

            if (await _store.ClaimAsync(owner, source, _time.GetUtcNow() + _refreshEvery, isAskedFor, cancellationToken))
            {
                // A reading that another process has followed must not put older answers in the place of newer ones.
                SurveyLedger? ledger = null;
                await _leases.RunAsync($"survey:{owner}", async either => ledger = await ReadAsync(owner, source, either), cancellationToken);
                return ledger;
            }

            // Another process reads: the pages of this one are told of what it stored.
            await _store.NoticeOthersAsync(owner, source, cancellationToken);
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<SurveyLedger?> ReadAsync(int owner, SurveySource source, CancellationToken cancellationToken)
    {
        try
        {
            var table = source == SurveySource.GoogleSheet ? await _sheetSource.ReadAsync(cancellationToken) : await _csvSource.ReadAsync(cancellationToken);
            var key = source == SurveySource.GoogleSheet ? _sheet.SheetId : _sheet.CsvUrl;
            var ledger = await _store.StoreAsync(new SurveyDelivery(owner, source, key, table, _time.GetUtcNow() + _refreshEvery), cancellationToken);
            _failures = 0;
            LogRead(ledger.Read, ledger.Added, ledger.Changed, ledger.Removed);
            return ledger;
        }
        catch (ProviderException failed)
        {
            await NoteAsync(owner, source, failed.Hint is { } hint ? $"{failed.Message} {hint}" : failed.Message, failed.RetryAt, cancellationToken);
            return null;
        }
        catch (SurveyException senseless)
        {
            await NoteAsync(owner, source, senseless.Message, retryAt: null, cancellationToken);
            return null;
        }
    }

    private async Task NoteAsync(int owner, SurveySource source, string problem, DateTimeOffset? retryAt, CancellationToken cancellationToken)
    {
        _failures++;
        var next = _time.GetUtcNow() + Pause();
        next = retryAt > next ? retryAt.Value : next;
        LogFailed(problem, next);
        await _store.NoteFailureAsync(owner, source, problem, next, cancellationToken);
    }

    private TimeSpan Pause()
    {
        var pause = _refreshEvery * Math.Pow(2, Math.Clamp(_failures - 1, 0, 10));
        return pause < s_longestPause || _failures == 0 ? pause : s_longestPause > _refreshEvery ? s_longestPause : _refreshEvery;
    }

    [LoggerMessage(LogLevel.Debug, "Read the survey: {Rows} rows, {Added} new, {Changed} edited, {Removed} gone")]
    private partial void LogRead(int rows, int added, int changed, int removed);

    [LoggerMessage(LogLevel.Warning, "Could not read the survey, next try at {NextTryAt:u}: {Reason}")]
    private partial void LogFailed(string reason, DateTimeOffset nextTryAt);

    [LoggerMessage(LogLevel.Error, "Reading the survey broke; the next reading is due as usual")]
    private partial void LogBroken(Exception exception);
}
