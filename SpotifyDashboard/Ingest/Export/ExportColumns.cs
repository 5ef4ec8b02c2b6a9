using System.Text.Encodings.Web;
using System.Text.Json;
using SpotifyDashboard.Ingest.History;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.Export;

/// <summary>The columns of the extended form, written in its order. A text that is too long for other readers goes among our own values.</summary>
internal sealed class ExportColumns(Utf8JsonWriter json)
{
    /// <summary>A shorter text can't be too long, however it is escaped.</summary>
    private const int SurelyShort = RowRules.LongestText / 6;

    private readonly List<(string Name, string Text)> _tooLong = [];

    /// <summary>What could not stand in its column; belongs among our own values.</summary>
    public IReadOnlyList<(string Name, string Text)> TooLong => _tooLong;

    /// <summary>Begins a row.</summary>
    public void Begin() => _tooLong.Clear();

    /// <summary>Columns of a row that other programs are to pass over.</summary>
    public void WriteHidden(long endedAt)
    {
        Moment("ts", endedAt / 1000 * 1000);
        json.WriteNull("platform");
        json.WriteNumber("ms_played", 0);
        json.WriteNull("conn_country");
        WriteTrack(track: null);
        WriteSpoken(spoken: null);
        Text("reason_start", "");
        Text("reason_end", "");
        WriteFlags(SightingTraits.None, offlineTimestamp: 0);
    }

    /// <summary>Columns of a play.</summary>
    public void WritePlay(in ExportSighting play)
    {
        Moment("ts", play.EndedAt / 1000 * 1000);
        Text("platform", play.Circumstance.Platform);
        json.WriteNumber("ms_played", play.MsPlayed);
        Text("conn_country", play.Circumstance.Country);
        WriteTrack(play.Track);
        WriteSpoken(spoken: null);
        Text("reason_start", play.Circumstance.ReasonStart);
        Text("reason_end", play.Circumstance.ReasonEnd);
        WriteFlags(play.Flags, play.OfflineTimestamp);
    }

    /// <summary>Columns of a podcast episode or audiobook chapter.</summary>
    public void WriteSpokenRow(SpokenSighting spoken)
    {
        Moment("ts", spoken.EndedAt.ToUnixTimeSeconds() * 1000);
        json.WriteNull("platform");
        json.WriteNumber("ms_played", spoken.MsPlayed);
        json.WriteNull("conn_country");
        WriteTrack(track: null);
        WriteSpoken(spoken);
        Text("reason_start", "");
        Text("reason_end", "");
        WriteFlags(SightingTraits.None, offlineTimestamp: 0);
    }

    /// <summary>The columns of a hidden play that say something, for among our own values.</summary>
    public void WriteInstead(in ExportSighting play)
    {
        TextIfAny("platform", play.Circumstance.Platform);
        json.WriteNumber("ms_played", play.MsPlayed);
        TextIfAny("conn_country", play.Circumstance.Country);
        WriteTrackInstead(play.Track);
        TextIfAny("reason_start", play.Circumstance.ReasonStart);
        TextIfAny("reason_end", play.Circumstance.ReasonEnd);
        WriteFlags(play.Flags, play.OfflineTimestamp);
    }

    /// <summary>The track's columns that say something, for among our own values.</summary>
    public void WriteTrackInstead(ExportTrack track)
    {
        TextIfAny("master_metadata_track_name", track.Title);
        TextIfAny("master_metadata_album_artist_name", track.Artist);
        TextIfAny("master_metadata_album_album_name", track.Album);
        TextIfAny("spotify_track_uri", UriOf(track));
    }

    /// <summary>A moment to the millisecond; without a fraction where it is a whole second, as Spotify writes it.</summary>
    public void Moment(string name, long moment)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(moment);
        json.WriteString(name, time.ToString(
            moment % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>A text of any length, unless it is empty.</summary>
    public void TextIfAny(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private static string? UriOf(ExportTrack track) => track.SpotifyId is null ? null : "spotify:track:" + track.SpotifyId;

    private void WriteTrack(ExportTrack? track)
    {
        Text("master_metadata_track_name", track?.Title);
        Text("master_metadata_album_artist_name", track?.Artist);
        Text("master_metadata_album_album_name", track?.Album);
        Text("spotify_track_uri", track is null ? null : UriOf(track));
    }

    private void WriteSpoken(SpokenSighting? spoken)
    {
        var (podcast, book) = spoken?.Kind == SpokenKind.Podcast ? (spoken, null) : ((SpokenSighting?)null, spoken);
        Text("episode_name", podcast?.Title);
        Text("episode_show_name", podcast?.Show);
        Text("spotify_episode_uri", podcast?.Uri);
        Text("audiobook_title", book?.Show);
        json.WriteNull("audiobook_uri");
        Text("audiobook_chapter_uri", book?.Uri);
        Text("audiobook_chapter_title", book?.Title);
    }

    private void WriteFlags(SightingTraits flags, long offlineTimestamp)
    {
        Flag("shuffle", flags, SightingTraits.ShuffleTold, SightingTraits.Shuffle);
        Flag("skipped", flags, SightingTraits.SkippedTold, SightingTraits.Skipped);
        Flag("offline", flags, SightingTraits.OfflineTold, SightingTraits.Offline);
        if (offlineTimestamp == 0)
        {
            json.WriteNull("offline_timestamp");
        }
        else
        {
            json.WriteNumber("offline_timestamp", offlineTimestamp);
        }

        Flag("incognito_mode", flags, SightingTraits.IncognitoTold, SightingTraits.Incognito);
    }

    private void Flag(string name, SightingTraits flags, SightingTraits told, SightingTraits set)
    {
        if ((flags & told) == SightingTraits.None)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteBoolean(name, (flags & set) != SightingTraits.None);
        }
    }

    private void Text(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            json.WriteNull(name);
        }
        else if (text.Length <= SurelyShort || JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length <= RowRules.LongestText)
        {
            json.WriteString(name, text);
        }
        else
        {
            json.WriteNull(name);
            _tooLong.Add((name, text));
        }
    }
}
