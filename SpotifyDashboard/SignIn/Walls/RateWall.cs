using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Lets no address and no session ask more often than <c>Access:RequestsPerMinute</c> says, on the API and where people sign in.</summary>
/// <remarks>
/// In <c>Local</c> mode everything comes from this machine, whose scripts are the listener's own: nothing is limited. Neither are pages,
/// their circuits and files.
/// </remarks>
internal sealed partial class RateWall(RequestDelegate next, RequestRates rates, IOptions<AccessOptions> options, ILogger<RateWall> logger)
{
    private const int LongestWait = 60;

    private static readonly string[] s_limited = ["/api", "/sign-in", "/setup", "/join", "/callback", "/connect/login", "/connect/paste"];

    private readonly bool _isOn = options.Value.AccessMode == AccessMode.Accounts;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!_isOn || !Array.Exists(s_limited, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }

        using var lease = rates.Count(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : LongestWait;
        LogTooMany(ClientAddress.Of(context));
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem(
            $"That were too many requests in a minute; ask again in {wait} seconds.",
            statusCode: StatusCodes.Status429TooManyRequests,
            title: "Too many requests.").ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Warning, "Refused a request of {Address}: too many in a minute")]
    private partial void LogTooMany(string address);
}
