namespace SpotifyDashboard.Ingest.History;

/// <summary>What a row of a history file turned out to be.</summary>
internal enum RowKind : byte
{
    /// <summary>A play of a music track.</summary>
    Play,

    /// <summary>A podcast episode or audiobook chapter: not music, kept for later.</summary>
    Spoken,

    /// <summary>A track of the library, told by our own export: no play.</summary>
    LibraryTrack,

    /// <summary>A gap in the history, told by our own export: no play.</summary>
    Gap,

    /// <summary>The listener's word that two tracks are not the same recording, told by our own export: no play.</summary>
    Split,

    /// <summary>Neither, for the reason given.</summary>
    NotMusic,

    /// <summary>Unreadable, for the reason given.</summary>
    Malformed,
}
