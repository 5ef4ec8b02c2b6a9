using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Walls;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Operations.Logging;

/// <summary>Gives every line that is written for a request its number and its listener's, says which requests were refused, and at level Debug how each went.</summary>
/// <remarks>
/// The framework's own scope is switched off (<c>Microsoft.AspNetCore.Hosting.Diagnostics</c>): it carries the path, which may be a share link.
/// </remarks>
internal sealed partial class RequestLog(ListenerScope scope, TimeProvider time, ILogger<RequestLog> logger) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(FollowAsync);
        next(app);
    };

    /// <summary>What is said of a line beside its words.</summary>
    internal static LogScope ScopeOf(string name, string id, ListenerScope scope) => new(() => scope.ListenerId is { } listener
        ? [new(name, id), new("Listener", listener)]
        : [new(name, id)]);

    private async Task FollowAsync(HttpContext context, RequestDelegate next)
    {
        using var said = logger.BeginScope(ScopeOf("RequestId", context.TraceIdentifier, scope));
        var started = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            LogAnswered(RequestRoute.MethodOf(context.Request), RequestRoute.Of(context), context.Response.StatusCode, (long)time.GetElapsedTime(started).TotalMilliseconds);
            if (IsRefusal(context))
            {
                LogRefused(RequestRoute.MethodOf(context.Request), RequestRoute.Of(context), ClientAddress.Of(context), context.Response.StatusCode);
            }
        }
    }

    /// <summary>Whether somebody asked for what they can't have. Addresses that there are not tell nothing, and strangers ask for thousands of them.</summary>
    private static bool IsRefusal(HttpContext context) =>
        context.Response.StatusCode is >= 400 and < 500 and var status && (status != StatusCodes.Status404NotFound || AskedEndpoint.Of(context) is not null);

    [LoggerMessage(LogLevel.Debug, "{Method} {Route} was answered {Status} after {ElapsedMs} ms")]
    private partial void LogAnswered(string method, string route, int status, long elapsedMs);

    [LoggerMessage(LogLevel.Information, "{Method} {Route} of {Address} was refused with {Status}")]
    private partial void LogRefused(string method, string route, string address, int status);
}
