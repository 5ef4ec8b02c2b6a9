namespace SpotifyDashboard.Moods;

/// <summary>Gives the newest story about a listener, for the mood report; implemented by the feature that writes stories.</summary>
public interface INewestNarrative
{
    /// <summary>The newest story as the API tells it; null while there is none.</summary>
    /// <param name="listenerId">Whose.</param>
    /// <param name="tone">Only stories of this tone (<c>professional</c>, <c>sarcastic</c>, <c>roast</c>); null for any.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<object?> FindAsync(int listenerId, string? tone, CancellationToken cancellationToken);
}
