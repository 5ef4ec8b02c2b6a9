using Microsoft.Extensions.Options;

namespace SpotifyDashboard.Providers.Http;

/// <summary>Keeps the number of calls under way, to all services together, within <c>Http:MaxConcurrentRequests</c>.</summary>
internal sealed class RequestGate(IOptions<HttpOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.MaxConcurrentRequests);

    public Task EnterAsync(CancellationToken cancellationToken) => _places.WaitAsync(cancellationToken);

    public void Leave() => _places.Release();

    public void Dispose() => _places.Dispose();
}
