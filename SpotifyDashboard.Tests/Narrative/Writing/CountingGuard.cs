using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Tests.Narrative.Writing;

/// <summary>Gives so many calls, then none.</summary>
internal sealed class CountingGuard(int limit) : ICallGuard
{
    public const string Reason = "No call is left today.";

    public List<int> Asked { get; } = [];

    public Task<string?> TakeAsync(int listenerId, CancellationToken cancellationToken)
    {
        Asked.Add(listenerId);
        return Task.FromResult(Asked.Count <= limit ? null : Reason);
    }
}
