using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>Writes rows of exports by hand.</summary>
internal static class Rows
{
    /// <summary>A row of the extended history.</summary>
    public static string Extended(string ts, int ms = 200_000, int track = 1, string? title = null, string artist = "Nordlys Kollektiv") =>
        string.Create(CultureInfo.InvariantCulture, $$"""
        {"ts":"{{ts}}","platform":"ios","ms_played":{{ms}},"conn_country":"SE","ip_addr":"192.0.2.44","username":"mara","user_agent_decrypted":"agent 47","city":"Lund","region":"Skane","master_metadata_track_name":"{{title ?? $"Song {track}"}}","master_metadata_album_artist_name":"{{artist}}","master_metadata_album_album_name":"Tidvatten","spotify_track_uri":"spotify:track:0aHand{{track:D16}}","reason_start":"clickrow","reason_end":"trackdone","shuffle":true,"skipped":null,"offline":false,"offline_timestamp":null,"incognito_mode":false}
        """);

    /// <summary>A row of the account data.</summary>
    public static string Account(string endTime, int ms = 200_000, string title = "Song 1", string artist = "Nordlys Kollektiv") =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"endTime":"{{endTime}}","artistName":"{{artist}}","trackName":"{{title}}","msPlayed":{{ms}}}""");

    public static string List(params IEnumerable<string> rows) => $"[{string.Join(",\n", rows)}]";

    /// <summary>Writes a zip of texts.</summary>
    public static string Zip(string path, params IEnumerable<(string Name, string Content)> entries)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return path;
    }
}
