namespace SpotifyDashboard.Ingest.Live;

/// <summary>Brings what is new for some listeners: Spotify, or the demo.</summary>
public interface ISyncSource
{
    /// <summary>Whether this listener's news come from here.</summary>
    Task<bool> ServesAsync(int listenerId, CancellationToken cancellationToken);

    /// <summary>Fetches and stores what is new. Repeating it is harmless.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="report">Hears what is being fetched.</param>
    /// <param name="cancellationToken">Ends it; what was committed stays.</param>
    Task<SyncOutcome> RunAsync(int listenerId, Action<string> report, CancellationToken cancellationToken);
}
