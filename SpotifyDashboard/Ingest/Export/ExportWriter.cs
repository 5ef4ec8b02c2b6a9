using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>Writes the rows of an export: the extended form, and one key of our own where that form can't say something.</summary>
internal sealed class ExportWriter : IDisposable
{
    private const int Portion = 128 * 1024;

    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _buffer = new(Portion * 2);
    private readonly Utf8JsonWriter _json;
    private readonly ExportColumns _columns;
    private readonly ExportLists _lists;

    public ExportWriter(Stream stream)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        _columns = new ExportColumns(_json);
        _lists = new ExportLists(_json);
    }

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Writes a sighting.</summary>
    public void Write(in ExportSighting sighting)
    {
        Begin();
        if (sighting.IsHidden)
        {
            _columns.WriteHidden(sighting.EndedAt);
        }
        else
        {
            _columns.WritePlay(sighting);
        }

        WriteOwn(sighting);
        End();
    }

    /// <summary>Writes a podcast episode or audiobook chapter.</summary>
    public void Write(SpokenSighting spoken)
    {
        var kind = spoken.Kind == SpokenKind.Podcast ? OwnKind.Podcast : OwnKind.Audiobook;
        Begin();
        _columns.WriteSpokenRow(spoken);
        if (Rows == 0 || spoken.Uri.Length == 0 || spoken.EndedAt.Millisecond != 0 || _columns.TooLong.Count > 0)
        {
            BeginOwn();
            _json.WriteString("kind", OwnNames.Word(kind));
            ExactEnd(spoken.EndedAt.ToUnixTimeMilliseconds());
            EndOwn();
        }

        End();
    }

    /// <summary>Writes a track of the library.</summary>
    public void WriteLibraryTrack(ExportTrack track, Source source, long addedAt, long? savedAt)
    {
        BeginHidden(savedAt ?? addedAt, OwnKind.LibraryTrack);
        _json.WriteString("source", OwnNames.Word(source));
        _columns.Moment("added_at", addedAt);
        MomentIfAny("saved_at", savedAt);
        _columns.WriteTrackInstead(track);
        WriteFacts(track);
        EndOwn();
        End();
    }

    /// <summary>Writes a gap.</summary>
    public void Write(Gap gap)
    {
        BeginHidden(gap.ToAt.ToUnixTimeMilliseconds(), OwnKind.Gap);
        _columns.Moment("from", gap.FromAt.ToUnixTimeMilliseconds());
        _columns.Moment("to", gap.ToAt.ToUnixTimeMilliseconds());
        _columns.Moment("found_at", gap.FoundAt.ToUnixTimeMilliseconds());
        MomentIfAny("closed_at", gap.ClosedAt?.ToUnixTimeMilliseconds());
        _columns.TextIfAny("closed_by", gap.ClosedBy);
        EndOwn();
        End();
    }

    /// <summary>Writes that two tracks are not the same recording.</summary>
    public void WriteSplit(string one, string other, long decidedAt)
    {
        BeginHidden(decidedAt, OwnKind.Split);
        _json.WriteString("one", one);
        _json.WriteString("other", other);
        _columns.Moment("decided_at", decidedAt);
        EndOwn();
        End();
    }

    /// <summary>Hands on what is written once it is enough for a portion.</summary>
    public ValueTask FlushIfManyAsync(CancellationToken cancellationToken) =>
        _buffer.WrittenCount < Portion ? ValueTask.CompletedTask : FlushAsync(cancellationToken);

    /// <summary>Ends the list. Call once, after the last row.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        _buffer.Write(Rows == 0 ? "[]\n"u8 : "\n]\n"u8);
        return FlushAsync(cancellationToken);
    }

    public void Dispose() => _json.Dispose();

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
    }

    private void Begin()
    {
        _buffer.Write(Rows == 0 ? "[\n"u8 : ",\n"u8);
        _columns.Begin();
        _json.Reset();
        _json.WriteStartObject();
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        Rows++;
    }

    private void BeginHidden(long moment, OwnKind kind)
    {
        Begin();
        _columns.WriteHidden(moment);
        BeginOwn();
        _json.WriteString("kind", OwnNames.Word(kind));
    }

    private void BeginOwn()
    {
        _json.WriteStartObject(OwnNames.Key);
        if (Rows == 0)
        {
            _json.WriteNumber(OwnNames.Form, OwnNames.CurrentForm);
        }
    }

    private void EndOwn()
    {
        foreach (var (name, text) in _columns.TooLong)
        {
            _json.WriteString(name, text);
        }

        _json.WriteEndObject();
    }

    private void WriteOwn(in ExportSighting sighting)
    {
        if (!NeedsOwn(sighting))
        {
            return;
        }

        BeginOwn();
        if (sighting.Source != Source.ExtendedExport)
        {
            _json.WriteString("source", OwnNames.Word(sighting.Source));
        }

        ExactEnd(sighting.EndedAt);
        if (sighting.IsHidden)
        {
            _columns.WriteInstead(sighting);
        }

        _columns.TextIfAny("context", sighting.ContextUri);
        if (sighting.Occurrence != 0)
        {
            _json.WriteNumber("occurrence", sighting.Occurrence);
        }

        MomentIfAny("removed_at", sighting.RemovedAt);
        MomentIfAny("restored_at", sighting.RestoredAt);
        WriteFacts(sighting.Track);
        EndOwn();
    }

    /// <summary>Whether the row says anything that the extended form has no column for.</summary>
    private bool NeedsOwn(in ExportSighting sighting) =>
        Rows == 0
        || sighting.IsHidden
        || sighting.Source != Source.ExtendedExport
        || sighting.EndedAt % 1000 != 0
        || sighting.ContextUri is not null
        || sighting.Occurrence != 0
        || sighting.RemovedAt is not null
        || _columns.TooLong.Count > 0
        || sighting.Track is not { SpotifyId.Length: SpotifyUri.IdLength, Title.Length: > 0, Artist.Length: > 0 }
        || !sighting.Track.SpotifyId.All(char.IsAsciiLetterOrDigit)
        || (!sighting.Track.IsTold && HasFacts(sighting.Track));

    private static bool HasFacts(ExportTrack track) =>
        !track.NamesAreOfLastEnd || !track.HasKeyOfNames || track.IsArtistWithoutId || track.ArtistId.Length > 0 || !string.IsNullOrEmpty(track.AlbumId)
        || track.DurationMs is not null || track.Isrc is not null || track.Explicit is not null || track.Popularity is not null
        || track.Sound is not null || track.Genres.Count > 0;

    /// <summary>What is known of a track beside its names, once in the file.</summary>
    private void WriteFacts(ExportTrack track)
    {
        if (track.IsTold)
        {
            return;
        }

        track.IsTold = true;
        MomentIfAny("named_at", track.NamesAreOfLastEnd ? null : track.NamedAt);
        _columns.TextIfAny("name_key", track.HasKeyOfNames ? null : track.NameKey);
        NumberIfAny("duration_ms", track.DurationMs);
        _columns.TextIfAny("isrc", track.Isrc);
        if (track.Explicit is { } isExplicit)
        {
            _json.WriteBoolean("explicit", isExplicit);
        }

        NumberIfAny("popularity", track.Popularity);
        if (track.ArtistId.Length > 0)
        {
            _json.WriteString("artist_id", track.ArtistId);
            _columns.TextIfAny("artist_image", track.ArtistImage);
        }

        if (track.IsArtistWithoutId)
        {
            _json.WriteBoolean("artist_without_id", true);
        }

        _lists.Write(track);
        if (track.AlbumId is { Length: > 0 } album)
        {
            _json.WriteString("album_id", album);
            _columns.TextIfAny("album_image", track.AlbumImage);
            _columns.TextIfAny("album_date", track.AlbumDate);
            _columns.TextIfAny("album_artist", track.AlbumArtist);
            _columns.TextIfAny("album_artist_id", track.AlbumArtistId);
        }
    }

    private void ExactEnd(long endedAt)
    {
        if (endedAt % 1000 != 0)
        {
            _columns.Moment("ts", endedAt);
        }
    }

    private void MomentIfAny(string name, long? moment)
    {
        if (moment is { } told)
        {
            _columns.Moment(name, told);
        }
    }

    private void NumberIfAny(string name, int? number)
    {
        if (number is { } told)
        {
            _json.WriteNumber(name, told);
        }
    }
}
