using System.Text.Json;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Understands rows of the account data: names only, minute precision, UTC.</summary>
/// <example><code>
/// { "endTime": "2026-03-02 07:41", "artistName": "Nordlys Kollektiv", "trackName": "Glass Harbour", "msPlayed": 213997 }
/// { "endTime": "2026-03-02 07:41", "podcastName": "…", "episodeName": "…", "msPlayed": 213997 }
/// </code></example>
internal sealed class AccountRowParser(RowRules rules) : IRowParser
{
    private readonly RowTexts _texts = new();

    /// <inheritdoc/>
    public bool TryParse(ref Utf8JsonReader reader, out HistoryRow row)
    {
        row = default;
        var fields = default(AccountFields);
        if (!fields.TryRead(ref reader))
        {
            return false;
        }

        row = Judge(fields);
        return true;
    }

    private HistoryRow Judge(scoped in AccountFields fields) =>
        rules.ProblemOf(fields.Problem, fields.EndedAt, fields.MsPlayed, out var endedAt, out var msPlayed) is { } problem
            ? HistoryRow.Malformed(problem)
            : Understand(fields, endedAt, msPlayed);

    private HistoryRow Understand(scoped in AccountFields fields, long endedAt, int msPlayed)
    {
        if (!fields.Show.IsEmpty || !fields.Episode.IsEmpty)
        {
            return Spoken(SpokenKind.Podcast, fields.Episode, fields.Show, "podcast episode");
        }

        if (!fields.Book.IsEmpty || !fields.Chapter.IsEmpty)
        {
            return Spoken(SpokenKind.Audiobook, fields.Chapter, fields.Book, "audiobook chapter");
        }

        if (fields.Title.IsEmpty || fields.Artist.IsEmpty)
        {
            return HistoryRow.NotMusic("row without names");
        }

        // What Spotify writes where it no longer knows: no track that could be told from another.
        if (fields.Artist.SequenceEqual("Unknown Artist"u8) && fields.Title.SequenceEqual("Unknown Track"u8))
        {
            return HistoryRow.NotMusic("track without names, removed from Spotify");
        }

        return new HistoryRow
        {
            Kind = RowKind.Play,
            EndedAt = endedAt,
            MsPlayed = msPlayed,
            Track = _texts.Track(default, fields.Title, fields.Artist, default),
        };

        HistoryRow Spoken(SpokenKind kind, ReadOnlySpan<byte> title, ReadOnlySpan<byte> show, string reason) => new()
        {
            Kind = RowKind.Spoken,
            EndedAt = endedAt,
            MsPlayed = msPlayed,
            Spoken = RowTexts.Spoken(kind, default, title, show),
            Reason = reason,
        };
    }
}
