namespace SpotifyDashboard.Ingest.History;

/// <summary>What a row of our own export tells.</summary>
internal enum OwnKind
{
    Play,
    Podcast,
    Audiobook,
    LibraryTrack,
    Gap,

    /// <summary>The listener's word that two tracks are not the same recording.</summary>
    Split,
}
