namespace SpotifyDashboard.Ingest.Live;

/// <summary>Finds audio features for tracks that have none.</summary>
public interface ITrackEnricher
{
    /// <summary>Asks for what the tracks lack, without waiting for what can't be had now.</summary>
    /// <param name="listenerId">Whose sync asks.</param>
    /// <param name="trackIds">Numbers of the tracks, known features or not.</param>
    /// <param name="cancellationToken">Ends it; what was found stays.</param>
    /// <returns>Tracks without features before, and those of them that have features now.</returns>
    Task<(int Wanted, int Found)> EnrichAsync(int listenerId, IReadOnlyCollection<int> trackIds, CancellationToken cancellationToken);
}
