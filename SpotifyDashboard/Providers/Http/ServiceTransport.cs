using System.Net;

namespace SpotifyDashboard.Providers.Http;

/// <summary>The connections to all services. Carries no cookies, follows no redirects, and keeps no address longer than names live.</summary>
/// <param name="stamp">Only where the clock is simulated.</param>
internal sealed class ServiceTransport(RequestStamp? stamp = null) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // Traces are the operator's own; no service outside needs to see their numbers.
        ActivityHeadersPropagator = null,
    });

    /// <summary>Sends one request; returns once the headers are there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        stamp is null ? _invoker.SendAsync(request, cancellationToken) : stamp.SendAsync(request, _invoker.SendAsync, cancellationToken);

    public void Dispose() => _invoker.Dispose();
}
