using System.Globalization;
using System.Text;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Moods.Playlists;

/// <summary>Tracks as files and text to take along, for programs that make playlists of them.</summary>
internal static class PlaylistFiles
{
    /// <summary>What an M3U in UTF-8 is called over HTTP (RFC 8216, 4).</summary>
    public const string M3uContentType = "audio/x-mpegurl";

    private const int LongestFileName = 80;

    /// <summary>A row per track, also of those that Spotify has no id for.</summary>
    public static CsvTable Csv(IEnumerable<PlaylistTrack> tracks) => CsvTable.Of(
        ["title", "artist", "album", "durationMs", "spotifyUri"],
        tracks,
        static track => [track.Title, track.Artist, track.Album, track.DurationMs, track.Uri]);

    /// <summary>An extended M3U: length in seconds (−1: unknown), artist and title, then Spotify's URI. Tracks without one can't stand in it.</summary>
    public static byte[] M3u(string name, IEnumerable<PlaylistTrack> tracks)
    {
        var text = new StringBuilder("#EXTM3U\n").Append("#PLAYLIST:").Append(InOneLine(name)).Append('\n');
        foreach (var track in tracks.Where(static track => track.Uri is not null))
        {
            var seconds = track.DurationMs is { } duration ? (int)Math.Round(duration / 1000.0) : -1;
            text.Append(CultureInfo.InvariantCulture, $"#EXTINF:{seconds},{InOneLine(track.Artist)} - {InOneLine(track.Title)}\n{track.Uri}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Spotify's URIs, one a line: pasted into a playlist of its desktop app, they become its tracks.</summary>
    public static string Uris(IEnumerable<PlaylistTrack> tracks) => string.Join('\n', tracks.Select(static track => track.Uri).OfType<string>());

    /// <summary>A file name that every system takes, with the ending <paramref name="extension"/>.</summary>
    public static string NameOf(string playlist, string extension)
    {
        var name = string.Concat(playlist.Select(static letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or ' ' ? letter : ' '));
        var words = string.Join('-', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return $"{(words.Length == 0 ? "playlist" : words[..Math.Min(words.Length, LongestFileName)])}.{extension}";
    }

    private static string InOneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
