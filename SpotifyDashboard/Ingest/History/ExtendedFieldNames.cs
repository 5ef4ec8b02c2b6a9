namespace SpotifyDashboard.Ingest.History;

/// <summary>Maps the names in the file to <see cref="ExtendedField"/>: by length first, since that alone tells most of them apart.</summary>
internal static class ExtendedFieldNames
{
    public static ExtendedField Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("ts"u8) => ExtendedField.EndedAt,
        7 when name.SequenceEqual("shuffle"u8) => ExtendedField.Shuffle,
        7 when name.SequenceEqual("skipped"u8) => ExtendedField.Skipped,
        7 when name.SequenceEqual("offline"u8) => ExtendedField.Offline,
        8 when name.SequenceEqual("platform"u8) => ExtendedField.Platform,
        9 when name.SequenceEqual("ms_played"u8) => ExtendedField.MsPlayed,
        10 when name.SequenceEqual("reason_end"u8) => ExtendedField.ReasonEnd,
        12 when name.SequenceEqual("conn_country"u8) => ExtendedField.Country,
        12 when name.SequenceEqual("reason_start"u8) => ExtendedField.ReasonStart,
        12 when name.SequenceEqual("episode_name"u8) => ExtendedField.EpisodeName,
        13 when name.SequenceEqual("audiobook_uri"u8) => ExtendedField.AudiobookUri,
        14 when name.SequenceEqual("incognito_mode"u8) => ExtendedField.Incognito,
        15 when name.SequenceEqual("audiobook_title"u8) => ExtendedField.AudiobookTitle,
        17 when name.SequenceEqual("spotify_track_uri"u8) => ExtendedField.TrackUri,
        17 when name.SequenceEqual("spotify_dashboard"u8) => ExtendedField.Own,
        17 when name.SequenceEqual("offline_timestamp"u8) => ExtendedField.OfflineTimestamp,
        17 when name.SequenceEqual("episode_show_name"u8) => ExtendedField.EpisodeShow,
        19 when name.SequenceEqual("spotify_episode_uri"u8) => ExtendedField.EpisodeUri,
        21 when name.SequenceEqual("audiobook_chapter_uri"u8) => ExtendedField.ChapterUri,
        23 when name.SequenceEqual("audiobook_chapter_title"u8) => ExtendedField.ChapterTitle,
        26 when name.SequenceEqual("master_metadata_track_name"u8) => ExtendedField.Title,
        32 when name.SequenceEqual("master_metadata_album_album_name"u8) => ExtendedField.Album,
        33 when name.SequenceEqual("master_metadata_album_artist_name"u8) => ExtendedField.Artist,
        _ => ExtendedField.Ignored,
    };
}
