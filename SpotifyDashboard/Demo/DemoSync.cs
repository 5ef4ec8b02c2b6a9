using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Demo;

/// <summary>Lets the demo listener play on at each refresh.</summary>
internal sealed class DemoSync(DemoPlayer player, ListenerDirectory listeners) : ISyncSource
{
    /// <inheritdoc/>
    public async Task<bool> ServesAsync(int listenerId, CancellationToken cancellationToken) =>
        await listeners.FindAsync(listenerId, cancellationToken) is { IsDemo: true };

    /// <inheritdoc/>
    public async Task<SyncOutcome> RunAsync(int listenerId, Action<string> report, CancellationToken cancellationToken)
    {
        var added = await player.PlayOnAsync(listenerId, cancellationToken);
        return new SyncOutcome(SyncResult.Nothing with { Plays = new SyncPlays(added, added) }, Problem: null);
    }
}
