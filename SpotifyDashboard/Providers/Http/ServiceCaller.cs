using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SpotifyDashboard.Providers.Http;

/// <summary>Makes calls to one service: waits for its turn, counts each attempt, reads and judges the answer, repeats what is worth it.</summary>
/// <remarks>Made once per service and kept: a breaker that is made anew forgets the failures it has counted.</remarks>
/// <param name="judge">Says what failures mean.</param>
/// <param name="shared">What all services share.</param>
/// <param name="spacing">The service's own pace; null where the common one will do.</param>
/// <param name="patience">How long one attempt may take; null where the common limit will do.</param>
internal sealed class ServiceCaller(AnswerJudge judge, ServiceGround shared, CallSpacing? spacing = null, TimeSpan? patience = null)
{
    private const double CallsPerSecond = 20;
    private const int Burst = 100;

    private readonly TokenBucket _bucket = new(CallsPerSecond, Burst, shared.Time);
    private readonly CircuitBreakerManualControl _breaker = new();
    private readonly TimeSpan _patience = patience ?? ServicePipeline.AttemptPatience;
    private readonly ResiliencePipeline _attempts = ServicePipeline.ForAttempts(judge.Service, patience ?? ServicePipeline.AttemptPatience, shared.Time);
    private ResiliencePipeline? _calls;
    private volatile bool _hasFailed;

    /// <summary>What a service without a budget was told off with, until when it is to be left alone.</summary>
    private ProviderException? _blocked;

    private ResiliencePipeline Calls => LazyInitializer.EnsureInitialized(ref _calls, () => ServicePipeline.ForCalls(judge.Service, _breaker, shared.Time));

    /// <summary>Makes the call and returns what <paramref name="read"/> makes of the answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Makes sense of the answer's JSON; throws <see cref="FormatException"/> where there is none in it.</param>
    /// <param name="cancellationToken">Ends the call and its waits.</param>
    /// <exception cref="ProviderException">It failed for good.</exception>
    public async Task<T> CallAsync<T>(ServiceCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _blocked) is { } blocked && blocked.RetryAt > shared.Time.GetUtcNow())
        {
            throw blocked.Again();
        }

        Verdict? last = null;
        try
        {
            var result = await Calls.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        return await AttemptAsync(call, read, token);
                    }
                    catch (FailedAttemptException failed)
                    {
                        last = failed.Verdict;
                        _hasFailed |= last.IsOutage;
                        throw;
                    }
                },
                cancellationToken);
            await NoteSuccessAsync();
            return result;
        }
        catch (FailedAttemptException failed)
        {
            throw await GiveUpAsync(call, failed.Verdict);
        }
        catch (BrokenCircuitException broken)
        {
            throw await GiveUpAsync(call, Broken(broken, last));
        }
        catch (TimeoutRejectedException late)
        {
            throw await GiveUpAsync(call, last ?? judge.TimedOut(ServicePipeline.CallPatience, late, statusCode: null));
        }
    }

    private async Task<T> AttemptAsync<T>(ServiceCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        await (spacing?.EnterAsync(cancellationToken) ?? Task.CompletedTask);
        try
        {
            await _bucket.WaitAsync(cancellationToken);
            await shared.Gate.EnterAsync(cancellationToken);
            try
            {
                return await SendAsync(call, read, cancellationToken);
            }
            finally
            {
                shared.Gate.Leave();
            }
        }
        finally
        {
            spacing?.Leave();
        }
    }

    private async Task<T> SendAsync<T>(ServiceCall call, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        // Taken after all waiting, so that a call which never got its turn costs nothing.
        var permit = call.Budget is { } wanted ? await shared.Budget().TakeAsync(wanted, cancellationToken) : null;
        var started = shared.Time.GetTimestamp();
        int? status = null;
        try
        {
            var answer = await _attempts.ExecuteAsync(token => new ValueTask<ServiceAnswer>(ExchangeAsync(call, code => status = code, token)), cancellationToken);
            return answer.IsSuccess ? Understand(answer, read) : throw Fail(call, judge.Judge(answer));
        }
        catch (TimeoutRejectedException late)
        {
            throw Fail(call, judge.TimedOut(_patience, late, status));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException
            || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Fail(call, judge.Unreachable(broken, status));
        }
        finally
        {
            var elapsedMs = (long)shared.Time.GetElapsedTime(started).TotalMilliseconds;
            ServiceCallLog.Completed(shared.Logger, judge.Service, call.Endpoint, elapsedMs, status ?? 0);
            if (permit is not null)
            {
                // Also when the caller has left: what came back is part of the account.
                await shared.Budget().CompleteAsync(permit, status, CancellationToken.None);
            }
        }

        T Understand(ServiceAnswer answer, Func<JsonElement, T> understand)
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Text);
                return understand(document.RootElement);
            }
            catch (Exception senseless) when (senseless is JsonException or FormatException)
            {
                throw Fail(call, judge.Unreadable(answer, senseless));
            }
        }
    }

    private async Task<ServiceAnswer> ExchangeAsync(ServiceCall call, Action<int> noteStatus, CancellationToken cancellationToken)
    {
        using var request = call.ToRequest();
        using var response = await shared.Transport.SendAsync(request, cancellationToken);
        noteStatus((int)response.StatusCode);
        return await AnswerReader.ReadAsync(response, call, shared.Time.GetUtcNow(), cancellationToken);
    }

    private static FailedAttemptException Fail(ServiceCall call, Verdict verdict)
    {
        var isShort = verdict.Wait is not { } wait || wait <= ServicePipeline.LongestWait;
        return new FailedAttemptException(
            verdict,
            isShort && ((verdict.IsOutage && !call.IsOnce) || (verdict.IsThrottled && !verdict.StopsEverything && !call.IsProbe)));
    }

    /// <summary>What the caller is told when the service is left alone: the last failure that was seen, and when it is tried again.</summary>
    private Verdict Broken(BrokenCircuitException broken, Verdict? last)
    {
        var retryAt = shared.Time.GetUtcNow() + (broken.RetryAfter ?? TimeSpan.Zero);
        var reason = last?.Exception.Message ?? shared.States.Of(judge.Service).LastFailure ?? $"{judge.ShownName} does not answer.";
        return new Verdict(new ProviderException(judge.Service, Failure.Retry, reason, last?.Exception ?? (Exception)broken)
        {
            StatusCode = last?.Exception.StatusCode,
            RetryAt = retryAt,
            Hint = "It failed five times in a row and is left alone for a while.",
        });
    }

    private async Task NoteSuccessAsync()
    {
        // The breaker counts a share of failures within a stretch; closing it makes that "in a row".
        if (_hasFailed)
        {
            _hasFailed = false;
            await _breaker.CloseAsync();
        }

        shared.States.Succeeded(judge.Service);
    }

    private async Task<ProviderException> GiveUpAsync(ServiceCall call, Verdict verdict)
    {
        var exception = verdict.Exception;
        ServiceCallLog.Failed(shared.Logger, judge.Service, call.Endpoint, exception.Failure, exception.Message);
        if (exception.Failure is Failure.Retry or Failure.WaitUntil or Failure.Misconfigured)
        {
            shared.States.Failed(judge.Service, exception.Message, exception.RetryAt);
        }
        else
        {
            await NoteSuccessAsync();
        }

        if (!verdict.IsThrottled || exception.RetryAt is not { } until)
        {
            return exception;
        }

        if (call.Budget is not { } budgeted)
        {
            Volatile.Write(ref _blocked, exception);
        }
        else
        {
            // A probe may be refused for itself alone: it says nothing about the others.
            var isForAll = verdict.StopsEverything || (verdict.SeemsToStopEverything && !call.IsProbe);
            await shared.Budget().BlockAsync(isForAll ? null : budgeted.EndpointGroup, until, exception.Message, budgeted.ListenerId, CancellationToken.None);
        }

        return exception;
    }
}
