using System.Security.Cryptography;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace SpotifyDashboard.Providers.Http;

/// <summary>The one place that says how calls to a service are timed, repeated and given up.</summary>
internal static class ServicePipeline
{
    /// <summary>How long one attempt may take, from the request to the answer's last byte.</summary>
    public static readonly TimeSpan AttemptPatience = TimeSpan.FromSeconds(15);

    /// <summary>How long a call may take with all its attempts and waits.</summary>
    public static readonly TimeSpan CallPatience = TimeSpan.FromMinutes(3);

    /// <summary>The longest wait a service may ask for that is spent inside a call.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private const int Retries = 5;
    private const int FailuresInARow = 5;
    private static readonly TimeSpan s_firstBreak = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestBreak = TimeSpan.FromMinutes(10);

    /// <summary>A pipeline for one service. Strategies run from the outside in: the call's time, retry, breaker.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="breaker">Lets a success begin the count of failures anew.</param>
    /// <param name="time">The clock of all waits.</param>
    public static ResiliencePipeline ForCalls(string service, CircuitBreakerManualControl breaker, TimeProvider time) =>
        new ResiliencePipelineBuilder { Name = service, TimeProvider = time }
            .AddTimeout(CallPatience)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Exception is FailedAttemptException { IsRepeated: true }),
                DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(WaitBefore(args.AttemptNumber, (args.Outcome.Exception as FailedAttemptException)?.Verdict.Wait)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 1.0,
                MinimumThroughput = FailuresInARow,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDurationGenerator = static args => ValueTask.FromResult(BreakAfter(args.HalfOpenAttempts)),
                ManualControl = breaker,
                ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Exception is FailedAttemptException { Verdict.IsOutage: true }),
            })
            .Build();

    /// <summary>Bounds the time of one attempt to <paramref name="patience"/>.</summary>
    public static ResiliencePipeline ForAttempts(string service, TimeSpan patience, TimeProvider time) =>
        new ResiliencePipelineBuilder { Name = service, TimeProvider = time }.AddTimeout(patience).Build();

    /// <summary>The wait asked for, else 2^n s; both give or take, so that many callers do not come back at once.</summary>
    private static TimeSpan WaitBefore(int attempt, TimeSpan? asked)
    {
        var jitter = RandomNumberGenerator.GetInt32(0, 1000) / 1000.0;
        return asked is { } wait ? wait + TimeSpan.FromSeconds(jitter / 2) : TimeSpan.FromSeconds(Math.Pow(2, attempt) * (0.75 + (jitter / 2)));
    }

    private static TimeSpan BreakAfter(int halfOpenAttempts)
    {
        var pause = s_firstBreak * Math.Pow(2, Math.Min(halfOpenAttempts, 10));
        return pause < s_longestBreak ? pause : s_longestBreak;
    }
}
