using System.Collections.Concurrent;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Providers.Http;

/// <summary>Remembers how each outside service last was, and tells whoever subscribed when that changes.</summary>
public sealed class ServiceStates(TimeProvider time) : Announcer<ServiceStatus>
{
    private readonly ConcurrentDictionary<string, ServiceStatus> _states = new(StringComparer.Ordinal);

    /// <summary>All services of which something is known.</summary>
    public IReadOnlyCollection<ServiceStatus> All => [.. _states.Values.OrderBy(static state => state.Service, StringComparer.Ordinal)];

    /// <summary>What is known of one service.</summary>
    public ServiceStatus Of(string service) => _states.GetValueOrDefault(service) ?? new ServiceStatus(service);

    /// <summary>Takes over what an earlier run knew, where this one knows nothing yet.</summary>
    public void Recall(ServiceStatus status) => _states.TryAdd(status.Service, status);

    /// <summary>Notes a good answer.</summary>
    public void Succeeded(string service) =>
        Note(service, known => known with { LastSuccessAt = time.GetUtcNow(), NextTryAt = null });

    /// <summary>Notes a failure.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="reason">It in plain words.</param>
    /// <param name="nextTryAt">When it is called again at the earliest (UTC).</param>
    public void Failed(string service, string reason, DateTimeOffset? nextTryAt) =>
        Note(service, known => known with { LastFailureAt = time.GetUtcNow(), LastFailure = reason, NextTryAt = nextTryAt });

    private void Note(string service, Func<ServiceStatus, ServiceStatus> change) =>
        Publish(_states.AddOrUpdate(service, name => change(new ServiceStatus(name)), (_, known) => change(known)));
}
