using System.Text.Json;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Understands rows of the extended streaming history in all its generations, and of our own export, which has the same form.</summary>
/// <example><code>
/// { "ts": "2024-11-05T21:14:09Z", "platform": "android", "ms_played": 214000, "conn_country": "SE", "ip_addr": "…",
///   "master_metadata_track_name": "Glass Harbour", "master_metadata_album_artist_name": "…", "master_metadata_album_album_name": "…",
///   "spotify_track_uri": "spotify:track:…", "episode_name": null, …, "reason_start": "trackdone", "reason_end": "trackdone",
///   "shuffle": false, "skipped": false, "offline": false, "offline_timestamp": 1730841035, "incognito_mode": false }
/// </code></example>
internal sealed class ExtendedRowParser(RowRules rules) : IRowParser
{
    private readonly RowTexts _texts = new();

    /// <inheritdoc/>
    public bool TryParse(ref Utf8JsonReader reader, out HistoryRow row)
    {
        var fields = default(ExtendedFields);
        if (!fields.TryRead(ref reader))
        {
            row = default;
            return false;
        }

        row = Judge(fields);
        return true;
    }

    private HistoryRow Judge(scoped in ExtendedFields fields) =>
        rules.ProblemOf(fields.Problem, fields.EndedAt, fields.MsPlayed, out var endedAt, out var msPlayed) is { } problem
            ? HistoryRow.Malformed(problem)
            : fields.Own is { } own ? new OwnRow(own, _texts).Understand(fields, endedAt, msPlayed) : Understand(fields, endedAt, msPlayed);

    private HistoryRow Understand(scoped in ExtendedFields fields, long endedAt, int msPlayed)
    {
        if (fields.TrackUri.IsEmpty)
        {
            return WithoutTrack(fields, endedAt, msPlayed);
        }

        if (fields.TrackUri.StartsWith("spotify:local:"u8))
        {
            return HistoryRow.NotMusic("local file, unknown to Spotify");
        }

        var id = SpotifyUri.TrackId(fields.TrackUri);
        if (id.IsEmpty)
        {
            return HistoryRow.Malformed("the track's address can't be read");
        }

        if (fields.Title.IsEmpty || fields.Artist.IsEmpty)
        {
            return HistoryRow.NotMusic("track without names, removed from Spotify");
        }

        return new HistoryRow
        {
            Kind = RowKind.Play,
            EndedAt = endedAt,
            MsPlayed = msPlayed,
            OfflineTimestamp = fields.OfflineTimestamp ?? 0,
            Flags = fields.Flags,
            Track = _texts.Track(id, fields.Title, fields.Artist, fields.Album),
            Circumstance = _texts.Circumstance(fields.ReasonStart, fields.ReasonEnd, fields.Platform, fields.Country),
        };
    }

    private static HistoryRow WithoutTrack(scoped in ExtendedFields fields, long endedAt, int msPlayed)
    {
        RowSpoken spoken;
        if (!fields.EpisodeUri.IsEmpty)
        {
            spoken = RowTexts.Spoken(SpokenKind.Podcast, fields.EpisodeUri, fields.EpisodeName, fields.EpisodeShow);
        }
        else if (!fields.AudiobookUri.IsEmpty || !fields.ChapterUri.IsEmpty)
        {
            var uri = fields.ChapterUri.IsEmpty ? fields.AudiobookUri : fields.ChapterUri;
            spoken = RowTexts.Spoken(SpokenKind.Audiobook, uri, fields.ChapterTitle, fields.AudiobookTitle);
        }
        else
        {
            return HistoryRow.NotMusic("row without a track's address");
        }

        return new HistoryRow
        {
            Kind = RowKind.Spoken,
            EndedAt = endedAt,
            MsPlayed = msPlayed,
            Spoken = spoken,
            Reason = spoken.Kind == SpokenKind.Podcast ? "podcast episode" : "audiobook chapter",
        };
    }
}
