using Microsoft.Extensions.Options;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>Polls one listener once: one call, one transaction, and the time of the next poll.</summary>
/// <remarks>
/// Always the whole list, never <c>after</c>: a call costs the same, and a play that appears late stands further back than any overlap one would dare to
/// choose. What is known already is not stored again.
/// </remarks>
internal sealed partial class ListenerPoll(
    SpotifyClient spotify,
    PollTurns turns,
    ListeningHabit habit,
    CallBudget budget,
    StorageWriter writer,
    LeaseScope leases,
    StorageCondition storage,
    IOptions<IngestOptions> ingest,
    IOptions<SpotifyOptions> options,
    TimeProvider time,
    ILogger<ListenerPoll> logger)
{
    /// <summary>A poll that takes longer is stuck.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>What somebody has to change before a poll can go well is not changed within minutes.</summary>
    private static readonly TimeSpan s_afterMisconfigured = TimeSpan.FromHours(1);

    private static readonly TimeSpan s_afterLogInAgain = TimeSpan.FromDays(1);

    /// <summary>Polls, where it is due or asked for and nobody else does.</summary>
    /// <param name="listenerId">Whom.</param>
    /// <param name="isAskedFor">Whether to poll although it is not due.</param>
    /// <param name="cancellationToken">Ends the poll; what was not committed is not stored.</param>
    /// <returns>What it brought; null where nobody was asked.</returns>
    /// <exception cref="ProviderException">Spotify gave nothing; the failure is noted and the next poll planned.</exception>
    public async Task<PollResult?> RunAsync(int listenerId, bool isAskedFor, CancellationToken cancellationToken)
    {
        await using var turn = await turns.TakeAsync(listenerId, isAskedFor, cancellationToken);
        if (turn is null)
        {
            return null;
        }

        using var inside = leases.Enter(turn.Lease);
        try
        {
            return await RunAsync(turn, cancellationToken);
        }
        catch (Exception exception) when (turn.Lease.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Whoever has taken over polls, and whatever this one met on its way is not worth telling the listener.
            LogTakenOver(exception, listenerId);
            return null;
        }
    }

    private async Task<PollResult> RunAsync(PollTurn turn, CancellationToken cancellationToken)
    {
        using var step = ProgramTrace.Begin(ProgramTrace.Poll);
        var state = turn.State;
        using var watchdog = new CancellationTokenSource(s_patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, watchdog.Token, turn.Lease.Lost);
        try
        {
            var page = await spotify.GetRecentlyPlayedAsync(state.ListenerId, after: null, either.Token);
            var result = await StoreAsync(state, page, either.Token);
            ProgramTrace.Note(ProgramTrace.Stored);
            return result;
        }
        catch (ProviderException exception)
        {
            await NoteAsync(state, exception);
            throw;
        }
        catch (OperationCanceledException exception) when (watchdog.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var stuck = new ProviderException(CallBudget.Service, Failure.Retry, "The poll took longer than two minutes and was given up.", exception);
            await NoteAsync(state, stuck);
            throw stuck;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !turn.Lease.Lost.IsCancellationRequested && exception is not LeaseLostException)
        {
            await NoteBrokenAsync(state, exception);
            throw;
        }
    }

    private async Task<PollResult> StoreAsync(PollStateRow state, IReadOnlyList<SpotifyPlay> page, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var newest = page.Count == 0 ? state.NewestEndedAt : Later(state.NewestEndedAt, page.Max(play => play.EndedAt));
        var lateness = ShownLate.After(TimeSpan.FromMilliseconds(state.LatenessMs), state.LastSuccessAt, state.NewestEndedAt, page.Select(play => play.EndedAt));
        var facts = await FactsAsync(state.ListenerId, now, cancellationToken);
        var next = PollSchedule.Next(facts with
        {
            Recent = [.. page.Select(play => new SeenPlay(play.EndedAt, TimeSpan.FromMilliseconds(play.Track.DurationMs ?? 0)))],
            Lateness = lateness,
        });

        await using var write = await writer.BeginAsync(state.ListenerId, cancellationToken);
        var result = await new PollStore(write, now).StoreAsync(page, state.NewestEndedAt, cancellationToken);
        await using var update = write.Command(
            $"""
            UPDATE poll_states SET failing_since = NULL, last_failure = NULL, last_attempt_at = @now, last_success_at = @now,
              next_due_at = @due, why = @why, newest_ended_at = @newest, lateness_ms = @lateness
            WHERE listener_id = {state.ListenerId}
            """,
            "now", "due", "why", "newest", "lateness");
        update.Run(now.ToUnixTimeMilliseconds(), next.DueAt.ToUnixTimeMilliseconds(), next.Why, newest?.ToUnixTimeMilliseconds(), (long)lateness.TotalMilliseconds);
        await write.CommitAsync(cancellationToken);
        LogPolled(state.ListenerId, result.Fetched, result.Added, result.Gaps, next.DueAt, next.Why);
        return result;
    }

    /// <summary>What was shown is shown again: nothing is lost while fewer than fifty plays pass, and a gap tells of more.</summary>
    private async Task NoteBrokenAsync(PollStateRow state, Exception exception)
    {
        var failure = storage.Note(exception);
        if (failure is null)
        {
            LogBroken(exception, state.ListenerId);
        }
        else
        {
            LogNotStored(state.ListenerId, failure.Text, exception.GetBaseException().Message);
        }

        try
        {
            await NoteAsync(state, new ProviderException(CallBudget.Service, Failure.Retry, failure?.Text ?? "The plays could not be stored; the log tells why.", exception));
        }
        catch (Exception unnoted) when (storage.Note(unnoted) is not null)
        {
            // What keeps the plays from being stored keeps the note from it too; they are due as before.
            LogUnnoted(state.ListenerId);
        }
    }

    private async Task NoteAsync(PollStateRow state, ProviderException exception)
    {
        ProgramTrace.Note(exception.Failure.ToString());
        var now = time.GetUtcNow();
        var next = exception.Failure switch
        {
            Failure.LogInAgain => new NextPoll(now + s_afterLogInAgain, "waiting for you to log in at Spotify again"),
            Failure.Misconfigured or Failure.NotAvailable or Failure.NotFound => new NextPoll(now + s_afterMisconfigured, exception.Hint ?? exception.Message),
            Failure.WaitUntil when exception.RetryAt is { } at => new NextPoll(at, exception.Message),
            _ => PollSchedule.Next((await FactsAsync(state.ListenerId, now, CancellationToken.None)) with { FailingSince = state.FailingSince ?? now }),
        };
        if (exception.RetryAt > next.DueAt)
        {
            next = next with { DueAt = exception.RetryAt.Value };
        }

        await turns.FailAsync(state, exception.Message, next, CancellationToken.None);
        LogFailed(state.ListenerId, exception.Message, next.DueAt);
    }

    private async Task<PollFacts> FactsAsync(int listenerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (left, sharers) = await budget.LeftForAsync(CallPriority.Poll, listenerId, cancellationToken);
        return new PollFacts
        {
            Now = now,
            UsualPlays = await habit.UsualPlaysAsync(listenerId, cancellationToken),
            CallsLeft = left,
            DailyCalls = options.Value.DailyCalls,
            Listeners = sharers,
            WakeEvery = ingest.Value.WakeEvery,
            FixedInterval = ingest.Value.FixedInterval,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    [LoggerMessage(LogLevel.Debug, "Polled listener {ListenerId}: {Fetched} plays shown, {Added} new, {Gaps} gaps; next at {DueAt:u}, {Why}")]
    private partial void LogPolled(int listenerId, int fetched, int added, int gaps, DateTimeOffset dueAt, string why);

    [LoggerMessage(LogLevel.Warning, "The poll of listener {ListenerId} failed: {Reason} Next try at {DueAt:u}")]
    private partial void LogFailed(int listenerId, string reason, DateTimeOffset dueAt);

    [LoggerMessage(LogLevel.Information, "The poll of listener {ListenerId} was taken over by another process")]
    private partial void LogTakenOver(Exception exception, int listenerId);

    [LoggerMessage(LogLevel.Warning, "The plays of listener {ListenerId} could not be stored and are fetched again: {Failure} ({Reason})")]
    private partial void LogNotStored(int listenerId, string failure, string reason);

    [LoggerMessage(LogLevel.Debug, "The failed poll of listener {ListenerId} could not be noted either")]
    private partial void LogUnnoted(int listenerId);

    [LoggerMessage(LogLevel.Error, "The poll of listener {ListenerId} broke")]
    private partial void LogBroken(Exception exception, int listenerId);
}
