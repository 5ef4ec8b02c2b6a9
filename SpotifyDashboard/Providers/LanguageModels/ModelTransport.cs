using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Lets the client library use the connections that all services use: no redirects, no cookies, no traces.</summary>
internal sealed class ModelTransport(ServiceTransport transport) : HttpMessageHandler
{
    /// <summary>The library tells its maker about machine and runtime in every request; nobody is told here.</summary>
    private const string TelemetryPrefix = "X-Stainless-";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (var name in request.Headers.Select(static header => header.Key).Where(static name => name.StartsWith(TelemetryPrefix, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            request.Headers.Remove(name);
        }

        return transport.SendAsync(request, cancellationToken);
    }
}
