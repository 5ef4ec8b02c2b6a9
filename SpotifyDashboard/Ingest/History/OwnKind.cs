namespace SpotifyDashboard.Ingest.History;

/// <summary>What a row of our own export tells.</summary>
internal enum OwnKind
{
    Play,
    Podcast,
    Audiobook,
    LibraryTrack,
    Gap,
}
