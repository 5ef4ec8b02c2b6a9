using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace SpotifyDashboard.SignIn.Walls;

/// <summary>Counts requests of each address and of each session over the last sixty seconds, in steps of five. Each replica counts for itself.</summary>
internal sealed class RequestRates : IAsyncDisposable
{
    private const int Segments = 12;
    private readonly IOptionsMonitor<CookieAuthenticationOptions> _cookies;
    private readonly PartitionedRateLimiter<HttpContext> _ofAddresses;
    private readonly PartitionedRateLimiter<HttpContext> _ofSessions;
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public RequestRates(IOptions<AccessOptions> options, IOptionsMonitor<CookieAuthenticationOptions> cookies)
    {
        _cookies = cookies;
        var window = new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.RequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = Segments,
            QueueLimit = 0,
        };
        _ofAddresses = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(ClientAddress.Of(context), _ => window));
        _ofSessions = PartitionedRateLimiter.Create<HttpContext, string>(context => SessionOf(context) is { } session
            ? RateLimitPartition.GetSlidingWindowLimiter(session, _ => window)
            : RateLimitPartition.GetNoLimiter(""));
        _limiter = PartitionedRateLimiter.CreateChained(_ofAddresses, _ofSessions);
    }

    /// <summary>Counts one request; the lease says whether it was one too many.</summary>
    public RateLimitLease Count(HttpContext context) => _limiter.AttemptAcquire(context);

    public async ValueTask DisposeAsync()
    {
        // A chain leaves its links alone, and each of them ticks until it is disposed of.
        await _limiter.DisposeAsync();
        await _ofAddresses.DisposeAsync();
        await _ofSessions.DisposeAsync();
    }

    /// <summary>What the request shows of a session or a token, hashed: whether it is a good one is asked later.</summary>
    private string? SessionOf(HttpContext context)
    {
        var shown = context.Request.Headers.Authorization.ToString() is { Length: > 0 } token
            ? token
            : context.Request.Cookies[_cookies.Get(CookieAuthenticationDefaults.AuthenticationScheme).Cookie.Name ?? CookieAuthenticationDefaults.CookiePrefix];
        return shown is { Length: > 0 } ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(shown))) : null;
    }
}
