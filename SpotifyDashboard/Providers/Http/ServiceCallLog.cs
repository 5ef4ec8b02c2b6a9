namespace SpotifyDashboard.Providers.Http;

/// <summary>What calls outside write into the log: never a query string, an id or a token.</summary>
internal static partial class ServiceCallLog
{
    /// <summary>One attempt ended.</summary>
    /// <param name="logger">Where to.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="endpoint">The path with placeholders.</param>
    /// <param name="response_time_ms">From the request to the answer's last byte.</param>
    /// <param name="status_code">HTTP status; 0 where none came.</param>
    [LoggerMessage(EventId = 1, EventName = "api_call_completed", Level = LogLevel.Information, Message = "api_call_completed {service} {endpoint} {response_time_ms} ms, status {status_code}")]
    public static partial void Completed(ILogger logger, string service, string endpoint, long response_time_ms, int status_code);

    [LoggerMessage(EventId = 2, EventName = "api_call_failed", Level = LogLevel.Warning, Message = "{service} {endpoint} failed ({failure}): {reason}")]
    public static partial void Failed(ILogger logger, string service, string endpoint, Failure failure, string reason);
}
