using Microsoft.Extensions.Primitives;

namespace SpotifyDashboard.Components;

/// <summary>Endpoints that are built once, beside what else a start does, and handed to all who ask.</summary>
/// <remarks>
/// The framework's own sources build theirs at each question, and both authorization and routing ask: each start compiled every endpoint
/// twice, a third of a second and some megabytes more. To be removed when <c>RouteEndpointDataSource</c> keeps what it has built.
/// </remarks>
/// <param name="source">Endpoints that do not change once all are mapped.</param>
internal sealed class EndpointsOnce(EndpointDataSource source) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints = new(() => source.Endpoints);

    /// <inheritdoc/>
    public override IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

    /// <inheritdoc/>
    public override IChangeToken GetChangeToken() => source.GetChangeToken();

    /// <inheritdoc/>
    public override IReadOnlyList<Endpoint> GetGroupedEndpoints(RouteGroupContext context) => source.GetGroupedEndpoints(context);

    /// <summary>Puts itself before every source mapped so far.</summary>
    public static void Wrap(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var mapped = endpoints.DataSources.ToList();
        endpoints.DataSources.Clear();
        foreach (var once in mapped.Select(static source => new EndpointsOnce(source)))
        {
            endpoints.DataSources.Add(once);

            // Whoever asks waits for it, and is told what went wrong.
            _ = Task.Run(() => once.Endpoints);
        }
    }
}
