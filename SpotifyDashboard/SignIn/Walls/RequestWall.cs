using Microsoft.Extensions.Options;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>The first thing a request meets: says whether it is served at all, before anybody asks whose it is.</summary>
internal sealed partial class RequestWall(RequestDelegate next, IOptions<AccessOptions> options, KnownHosts hosts, ILogger<RequestWall> logger)
{
    private readonly bool _isLocal = options.Value.AccessMode == AccessMode.Local;
    private readonly string[] _origins = AccessLists.Of(options.Value.CorsOrigins);

    public async Task InvokeAsync(HttpContext context)
    {
        if (WhyRefused(context) is not var (status, reason))
        {
            await next(context);
            return;
        }

        LogRefused(context.Connection.RemoteIpAddress?.ToString() ?? "nobody", status, reason);
        await TypedResults.Problem(reason, statusCode: status, title: "This request is refused.").ExecuteAsync(context);
    }

    private (int Status, string Reason)? WhyRefused(HttpContext context)
    {
        if (_isLocal)
        {
            return LocalAccess.WhyRefused(context) is { } reason ? (StatusCodes.Status403Forbidden, reason) : null;
        }

        if (!hosts.Knows(context.Request.Host))
        {
            return (StatusCodes.Status421MisdirectedRequest, "The dashboard is not known by this name; its owner names it in Access:Hosts.");
        }

        return ForeignSites.Sent(context.Request) && !IsToldOf(context.Request) ? (StatusCodes.Status403Forbidden, "Requests from other sites are refused.") : null;
    }

    /// <summary>A site of <c>Access:CorsOrigins</c> may use the API with a token; no cookie counts for it.</summary>
    private bool IsToldOf(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && _origins.Contains(request.Headers.Origin.ToString(), StringComparer.OrdinalIgnoreCase)
        && (HttpMethods.IsOptions(request.Method) || BearerScheme.IsMeant(request));

    [LoggerMessage(LogLevel.Warning, "Refused a request of {Address} with {Status}: {Reason}")]
    private partial void LogRefused(string address, int status, string reason);
}
