using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Ingest.Live;

/// <summary>The right to poll one listener now; disposing gives it back.</summary>
/// <param name="state">Where polling stands.</param>
/// <param name="lease">Refuses what is stored after somebody else has taken over.</param>
internal sealed class PollTurn(PollStateRow state, Lease lease) : IAsyncDisposable
{
    public PollStateRow State { get; } = state;

    public Lease Lease { get; } = lease;

    public ValueTask DisposeAsync() => Lease.DisposeAsync();
}
