namespace SpotifyDashboard.Ingest.Live;

/// <summary>What a sync brought.</summary>
/// <param name="Plays">Recently played.</param>
/// <param name="TopTracks">Places in the three lists of top tracks.</param>
/// <param name="TopArtists">Places in the three lists of top artists.</param>
/// <param name="SavedTracks">Saved tracks, known and new.</param>
/// <param name="Features">Audio features asked for.</param>
/// <param name="Gaps">Gaps found.</param>
/// <param name="CallsLeft">Calls to Spotify left in this window.</param>
/// <param name="BlockedUntil">Until when Spotify must not be asked (UTC); null where it may.</param>
public sealed record SyncResult(
    SyncPlays Plays,
    int TopTracks,
    int TopArtists,
    int SavedTracks,
    SyncFeatures Features,
    int Gaps,
    int CallsLeft,
    DateTimeOffset? BlockedUntil)
{
    /// <summary>A sync that brought nothing.</summary>
    public static SyncResult Nothing { get; } = new(new SyncPlays(0, 0), 0, 0, 0, new SyncFeatures(0, 0), 0, 0, BlockedUntil: null);
}
