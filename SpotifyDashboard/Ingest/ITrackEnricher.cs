namespace SpotifyDashboard.Ingest;

/// <summary>Fills in what tracks lack, for whoever can't wait for their turn in the background.</summary>
public interface ITrackEnricher
{
    /// <summary>Asks for how the given tracks sound, now.</summary>
    /// <param name="listenerId">For whom.</param>
    /// <param name="trackIds">Numbers of tracks; those that are invented, without a Spotify id or already known are not asked for.</param>
    /// <param name="cancellationToken">Ends the asking; what was found until then is kept.</param>
    /// <returns>Of these tracks, how many lacked audio features, and how many of those have them now. A provider that fails lowers the second number and throws nothing.</returns>
    Task<(int Wanted, int Found)> EnrichAsync(int listenerId, IReadOnlyCollection<int> trackIds, CancellationToken cancellationToken);
}
