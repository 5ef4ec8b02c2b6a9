namespace SpotifyDashboard.Ingest.History;

/// <summary>The fields of an extended-history row that are read. The others, the address and user agent above all, are passed over.</summary>
internal enum ExtendedField
{
    Ignored,
    EndedAt,
    Platform,
    MsPlayed,
    Country,
    Title,
    Artist,
    Album,
    TrackUri,
    EpisodeName,
    EpisodeShow,
    EpisodeUri,
    AudiobookTitle,
    AudiobookUri,
    ChapterUri,
    ChapterTitle,
    ReasonStart,
    ReasonEnd,
    Shuffle,
    Skipped,
    Offline,
    OfflineTimestamp,
    Incognito,

    /// <summary>The values that only our own export has.</summary>
    Own,
}
