using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Lets the client library use the connections that all services use: no redirects, no cookies, no traces.</summary>
internal sealed class ModelTransport(ServiceTransport transport) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => transport.SendAsync(request, cancellationToken);
}
