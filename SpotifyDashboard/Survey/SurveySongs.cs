using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey.Songs;
using SpotifyDashboard.Survey.Sources;

namespace SpotifyDashboard.Survey;

/// <summary>Looks up the favourite songs of the surveys in the background, and takes the owner's corrections.</summary>
/// <remarks>What was found or chosen is remembered by the words in which the song was written: it holds across readings, and no longer once the words are others.</remarks>
public sealed partial class SurveySongs : BackgroundService
{
    private static readonly TimeSpan s_nothingWaits = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromHours(1);

    private readonly IDbContextFactory<DashboardDbContext> _contexts;
    private readonly SurveyOwners _owners;
    private readonly SurveyRosters _rosters;
    private readonly SongLookup _lookup;
    private readonly SurveyChanged _changed;
    private readonly TimeProvider _time;
    private readonly ILogger<SurveySongs> _logger;
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _isWorking;
    private (string Reason, DateTimeOffset Next)? _problem;
    private int _failures;

    internal SurveySongs(
        IDbContextFactory<DashboardDbContext> contexts, SurveyOwners owners, SurveyRosters rosters, SongLookup lookup, SurveyChanged changed, TimeProvider time, ILogger<SurveySongs> logger) =>
        (_contexts, _owners, _rosters, _lookup, _changed, _time, _logger) = (contexts, owners, rosters, lookup, changed, time, logger);

    /// <summary>How far the search is for the survey that a listener sees; all zero for sample respondents.</summary>
    public async Task<SongProgress> ReadProgressAsync(int listenerId, CancellationToken cancellationToken)
    {
        var (owner, keys) = await WantedKeysAsync(listenerId, cancellationToken);
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var rows = (await context.SurveySongs.AsNoTracking().Where(song => song.ListenerId == owner).ToListAsync(cancellationToken)).Where(song => keys.Contains(song.SongKey)).ToList();
        var found = rows.Count(static row => row.TrackId is not null);
        return new SongProgress(
            keys.Count, found, rows.Count(static row => row is { TrackId: not null, Features: not null }), rows.Count - found, keys.Count - rows.Count, _isWorking, _problem?.Reason, _problem?.Next);
    }

    /// <summary>Sets the track of a respondent's song; everybody who wrote the song in the same words gets it.</summary>
    /// <param name="listenerId">Who corrects.</param>
    /// <param name="respondentId">Whose song.</param>
    /// <param name="track">Spotify's id of the track, or a link to it; null: it is none of those that were found, and is not searched again.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <exception cref="ArgumentException">There is no such respondent, they named no song, or the text is no track.</exception>
    public async Task CorrectAsync(int listenerId, string respondentId, string? track, CancellationToken cancellationToken)
    {
        var owner = await _owners.FindAsync(listenerId, cancellationToken);
        var (_, survey) = await _rosters.ChooseAsync(owner, cancellationToken);
        var rows = survey is null ? [] : await _rosters.RowsAsync(survey, cancellationToken);
        if (survey is null || rows.Find(row => row.Id == respondentId) is not { } respondent)
        {
            throw new ArgumentException("The survey has no such respondent.", nameof(respondentId));
        }

        var (reader, _) = await _rosters.ReaderAsync(survey, rows, cancellationToken);
        var wanted = reader.SongOf(respondent.Cells) ?? throw new ArgumentException("This respondent named no song.", nameof(respondentId));
        var id = track is null ? null : WantedSong.TrackIdOf(track) ?? throw new ArgumentException("This is no track of Spotify: give its link or its id of 22 letters and digits.", nameof(track));
        await _lookup.CorrectAsync(survey.ListenerId, wanted, id, cancellationToken);
        _changed.Publish(survey.ListenerId);
        _calls.Writer.TryWrite(true);
    }

    /// <summary>Looks up what waits, once; for whoever can't wait for the background.</summary>
    /// <returns>How many songs were looked up.</returns>
    public async Task<int> LookUpAsync(CancellationToken cancellationToken)
    {
        var count = await LookUpAsync(_lookup.RunAsync, cancellationToken);
        (_problem, _failures) = (null, 0);
        return count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = _changed.Subscribe(_ => _calls.Writer.TryWrite(true));
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await LookUpSafelyAsync(stoppingToken);
            await WaitAsync(_time.GetUtcNow() + pause, stoppingToken);
        }
    }

    private async Task<int> LookUpAsync(Func<int, IReadOnlyCollection<WantedSong>, Action, CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        _isWorking = true;
        try
        {
            var count = 0;
            foreach (var owner in await ListOwnersAsync(cancellationToken))
            {
                var (source, survey) = await _rosters.ChooseAsync(owner, cancellationToken);
                if (source != SurveySource.Sample && survey is not null)
                {
                    count += await run(owner, await WantedAsync(survey, cancellationToken), () => _changed.Publish(owner), cancellationToken);
                }
            }

            return count;
        }
        finally
        {
            _isWorking = false;
        }
    }

    /// <summary>Waits until it is time again, or somebody calls. While a service rests, a call looks at home only, and the wait goes on.</summary>
    private async Task WaitAsync(DateTimeOffset until, CancellationToken stoppingToken)
    {
        while (until - _time.GetUtcNow() is { Ticks: > 0 } left && await IsCalledWithinAsync(left, stoppingToken) && _problem is not null)
        {
            await LookUpAtHomeSafelyAsync(stoppingToken);
        }
    }

    private async Task<bool> IsCalledWithinAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var call = _calls.Reader.WaitToReadAsync(ended.Token).AsTask();
        var first = await Task.WhenAny(call, Task.Delay(pause, _time, ended.Token));
        _calls.Reader.TryRead(out _);
        await ended.CancelAsync();
        return first == call;
    }

    private async Task LookUpAtHomeSafelyAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookUpAsync(_lookup.RunAtHomeAsync, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogBroken(exception);
        }
    }

    private async Task<TimeSpan> LookUpSafelyAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookUpAsync(stoppingToken);
            return s_nothingWaits;
        }
        catch (ProviderException failed)
        {
            return Pause(failed.Message, failed.RetryAt);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // The outermost frame: an exception that leaves it stops the whole host.
            LogBroken(exception);
            return Pause("Something went wrong inside; the log tells what.", retryAt: null);
        }
    }

    private TimeSpan Pause(string reason, DateTimeOffset? retryAt)
    {
        var pause = s_firstPause * Math.Pow(2, Math.Min(_failures++, 6));
        pause = pause < s_longestPause ? pause : s_longestPause;
        var now = _time.GetUtcNow();
        pause = retryAt is { } told && told - now > pause ? told - now : pause;
        _problem = (reason, now + pause);
        LogPaused(reason, now + pause);
        return pause;
    }

    private async Task<List<int>> ListOwnersAsync(CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        return await context.Surveys.AsNoTracking().Select(survey => survey.ListenerId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyCollection<WantedSong>> WantedAsync(SurveyRow survey, CancellationToken cancellationToken)
    {
        var rows = await _rosters.RowsAsync(survey, cancellationToken);
        var (reader, _) = await _rosters.ReaderAsync(survey, rows, cancellationToken);
        return [.. rows.Select(row => reader.SongOf(row.Cells)).OfType<WantedSong>().DistinctBy(static song => song.Key, StringComparer.Ordinal)];
    }

    private async Task<(int? Owner, HashSet<string> Keys)> WantedKeysAsync(int listenerId, CancellationToken cancellationToken)
    {
        var owner = await _owners.FindAsync(listenerId, cancellationToken);
        var (source, survey) = await _rosters.ChooseAsync(owner, cancellationToken);
        var wanted = source == SurveySource.Sample || survey is null ? [] : await WantedAsync(survey, cancellationToken);
        return (owner, wanted.Select(static song => song.Key).ToHashSet(StringComparer.Ordinal));
    }

    [LoggerMessage(LogLevel.Information, "Looking up the survey's songs pauses until {NextTryAt:u}: {Reason}")]
    private partial void LogPaused(string reason, DateTimeOffset nextTryAt);

    [LoggerMessage(LogLevel.Error, "Looking up the survey's songs broke; it goes on after a pause")]
    private partial void LogBroken(Exception exception);
}
