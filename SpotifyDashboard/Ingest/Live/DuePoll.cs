namespace SpotifyDashboard.Ingest.Live;

/// <summary>A listener whose poll is due.</summary>
/// <param name="ListenerId">Whose.</param>
/// <param name="HasOwnApp">Whether their calls are counted with a Spotify app of their own.</param>
internal sealed record DuePoll(int ListenerId, bool HasOwnApp);
