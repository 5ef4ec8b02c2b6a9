namespace SpotifyDashboard.Listening;

/// <summary>Where a <see cref="Sighting"/> came from. The smaller the number, the more it is trusted.</summary>
/// <remarks>The numbers are stored; never renumber or reuse one.</remarks>
public enum Source : byte
{
    /// <summary>Extended streaming history of the privacy export (<c>Streaming_History_Audio_*.json</c>, <c>endsong_*.json</c>).</summary>
    ExtendedExport = 1,

    /// <summary>Spotify's list of recently played tracks, read around the clock.</summary>
    Poll = 2,

    /// <summary>Account data of the privacy export (<c>StreamingHistory_music_*.json</c>): names only, minute precision.</summary>
    AccountExport = 3,

    /// <summary>A CSV of tracks with audio features. It brings tracks, never plays.</summary>
    Exportify = 4,

    /// <summary>The synthetic plays of the demo listener.</summary>
    Demo = 5,
}
