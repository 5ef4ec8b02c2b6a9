using SpotifyDashboard.Ingest.Live;

namespace SpotifyDashboard.Ingest.Enrichment;

/// <summary>Says on whose behalf Spotify is asked about tracks and artists: what it answers is the same for everyone.</summary>
internal sealed class SpotifyAsker(PollTurns turns)
{
    /// <summary>The first listener who is connected, or null.</summary>
    public async Task<int?> FindAsync(CancellationToken cancellationToken) =>
        await turns.ConnectedAsync(cancellationToken) is [var first, ..] ? first : null;
}
