using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Understands rows of our own export that tell more than the extended form can.</summary>
internal readonly struct OwnRow(OwnFacts own, RowTexts texts)
{
    private const int LongestId = 200;

    /// <summary>The row, its end and milliseconds already checked.</summary>
    public HistoryRow Understand(scoped in ExtendedFields fields, long endedAt, int msPlayed) => own.Kind switch
    {
        OwnKind.Play => Of(RowKind.Play, fields, endedAt, msPlayed),
        OwnKind.LibraryTrack => Of(RowKind.LibraryTrack, fields, endedAt, msPlayed),
        OwnKind.Gap => new HistoryRow { Kind = RowKind.Gap, EndedAt = endedAt, Own = own },
        OwnKind.Split => new HistoryRow { Kind = RowKind.Split, EndedAt = endedAt, Own = own },
        OwnKind.Podcast => Spoken(RowTexts.Spoken(SpokenKind.Podcast, fields.EpisodeUri, fields.EpisodeName, fields.EpisodeShow), endedAt, msPlayed),
        _ => Spoken(RowTexts.Spoken(SpokenKind.Audiobook, fields.ChapterUri, fields.ChapterTitle, fields.AudiobookTitle), endedAt, msPlayed),
    };

    private HistoryRow Of(RowKind kind, scoped in ExtendedFields fields, long endedAt, int msPlayed)
    {
        // Spotify's own answers were taken with any id: so are these.
        var id = fields.TrackUri.StartsWith("spotify:track:"u8) ? fields.TrackUri["spotify:track:".Length..] : default;
        if ((id.IsEmpty && (fields.Title.IsEmpty || fields.Artist.IsEmpty)) || id.Length > LongestId)
        {
            return HistoryRow.Malformed("the row names no track");
        }

        return new HistoryRow
        {
            Kind = kind,
            EndedAt = endedAt,
            MsPlayed = msPlayed,
            OfflineTimestamp = fields.OfflineTimestamp ?? 0,
            Flags = fields.Flags,
            Track = texts.Track(id, fields.Title, fields.Artist, fields.Album),
            Circumstance = texts.Circumstance(fields.ReasonStart, fields.ReasonEnd, fields.Platform, fields.Country),
            Own = own,
        };
    }

    private static HistoryRow Spoken(RowSpoken spoken, long endedAt, int msPlayed) => new()
    {
        Kind = RowKind.Spoken,
        EndedAt = endedAt,
        MsPlayed = msPlayed,
        Spoken = spoken,
        Reason = spoken.Kind == SpokenKind.Podcast ? "podcast episode" : "audiobook chapter",
    };
}
