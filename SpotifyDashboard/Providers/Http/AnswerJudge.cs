using System.Net;

namespace SpotifyDashboard.Providers.Http;

/// <summary>Says what an answer that is no success asks of the caller, in a sentence for the listener.</summary>
/// <param name="service">The service's name in logs, for example <c>reccobeats</c>.</param>
/// <param name="shownName">Its name for people.</param>
/// <param name="time">The clock.</param>
internal class AnswerJudge(string service, string shownName, TimeProvider time)
{
    /// <summary>How long to leave a service alone that says "too many" but not for how long.</summary>
    private static readonly TimeSpan s_untoldWait = TimeSpan.FromMinutes(1);

    public string Service => service;

    public string ShownName => shownName;

    protected DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What an answer other than 2xx means.</summary>
    public virtual Verdict Judge(ServiceAnswer answer)
    {
        var body = ErrorBody.Of(answer);
        return (HttpStatusCode)answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Throttled(answer, body),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Outage(answer, body),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new Verdict(Told(Failure.NotFound, answer, body, $"{shownName} does not know it")),
            HttpStatusCode.Unauthorized => new Verdict(Told(Failure.Misconfigured, answer, body, $"{shownName} does not accept the login")),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => Redirected(answer),
            _ => new Verdict(Told(Failure.NotAvailable, answer, body, $"{shownName} refused ({answer.StatusCode})")),
        };
    }

    /// <summary>What a 2xx whose body makes no sense means.</summary>
    public Verdict Unreadable(ServiceAnswer answer, Exception reason) => new(new ProviderException(
        service,
        Failure.Retry,
        answer.IsWebPage ? $"{shownName} answered with a web page in place of data." : $"{shownName} sent an answer that makes no sense.",
        reason)
    {
        StatusCode = answer.StatusCode,
    })
    {
        IsOutage = true,
    };

    /// <summary>What it means that no whole answer came.</summary>
    public Verdict Unreachable(Exception reason, int? statusCode) => new(new ProviderException(service, Failure.Retry, WhyUnreachable(reason), reason)
    {
        StatusCode = statusCode,
    })
    {
        IsOutage = true,
    };

    /// <summary>What it means that an answer did not come, or not to its end, in <paramref name="patience"/>.</summary>
    public Verdict TimedOut(TimeSpan patience, Exception reason, int? statusCode) => new(
        new ProviderException(service, Failure.Retry, $"{shownName} did not answer within {patience.TotalSeconds:0} seconds.", reason) { StatusCode = statusCode })
    {
        IsOutage = true,
    };

    protected virtual Verdict Throttled(ServiceAnswer answer, ErrorBody body) =>
        new(Told(Failure.WaitUntil, answer, body, $"{shownName} asks to wait", Now + (answer.RetryAfter ?? s_untoldWait)))
        {
            IsThrottled = true,
            Wait = answer.RetryAfter,
        };

    /// <summary>The exception for <paramref name="answer"/>: what happened, then what the service said, verbatim.</summary>
    protected ProviderException Told(Failure failure, ServiceAnswer answer, ErrorBody body, string what, DateTimeOffset? retryAt = null, string? hint = null) =>
        new(service, failure, body.Message is { } said ? $"{what}: \"{said}\"" : $"{what}.")
        {
            StatusCode = answer.StatusCode,
            RetryAt = retryAt,
            Hint = hint,
        };

    private Verdict Outage(ServiceAnswer answer, ErrorBody body) => new(Told(
        Failure.Retry,
        answer,
        body,
        $"{shownName} has a fault of its own ({answer.StatusCode})",
        answer.RetryAfter is { } wait ? Now + wait : null))
    {
        IsOutage = true,
        Wait = answer.RetryAfter,
    };

    // Not followed: the login in the request would go to whoever the redirect names.
    private Verdict Redirected(ServiceAnswer answer) => new(new ProviderException(
        service,
        Failure.Misconfigured,
        $"{shownName} sends elsewhere{(answer.Location is { IsAbsoluteUri: true } there ? $", to {there.Host}" : "")}; the login is not taken there.")
    {
        StatusCode = answer.StatusCode,
        Hint = "Check the address of the service in the settings.",
    });

    private string WhyUnreachable(Exception reason) => reason switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"{shownName} could not be found: its host name is not known.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"{shownName} could not be reached safely: its certificate was not accepted.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"{shownName} could not be reached.",
        InvalidDataException => $"{shownName} sent an answer that can't be read: {reason.Message}.",
        _ => $"The connection to {shownName} broke before the answer was complete.",
    };
}
