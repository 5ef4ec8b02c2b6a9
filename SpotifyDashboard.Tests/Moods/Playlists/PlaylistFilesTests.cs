using System.Text;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Session.Csv;

namespace SpotifyDashboard.Tests.Moods.Playlists;

public sealed class PlaylistFilesTests
{
    private static readonly PlaylistTrack[] s_tracks =
    [
        new("4uLU6hMCjMI75M1A2tKUQC", "4uLU6hMCjMI75M1A2tKUQC", "Two\nlines, \"quoted\"", "Beyoncé", "An album", 213_600),
        new("name:7", SpotifyId: null, "=Known by name", "Somebody", Album: null, DurationMs: null),
        new("1301WleyT98MSxVHPZCA6M", "1301WleyT98MSxVHPZCA6M", "Short", "Artist", Album: null, DurationMs: null),
    ];

    [Fact]
    public void M3u_HasALineOfFactsBeforeEachUri_AndLeavesOutWhatHasNone() => Assert.Equal(
        "#EXTM3U\n#PLAYLIST:My list\n#EXTINF:214,Beyoncé - Two lines, \"quoted\"\nspotify:track:4uLU6hMCjMI75M1A2tKUQC\n#EXTINF:-1,Artist - Short\nspotify:track:1301WleyT98MSxVHPZCA6M\n",
        Encoding.UTF8.GetString(PlaylistFiles.M3u("My\nlist", s_tracks)));

    [Fact]
    public void Uris_StandOneALine() =>
        Assert.Equal("spotify:track:4uLU6hMCjMI75M1A2tKUQC\nspotify:track:1301WleyT98MSxVHPZCA6M", PlaylistFiles.Uris(s_tracks));

    [Fact]
    public void Csv_HoldsEveryTrack_AndNoFormula()
    {
        var lines = Encoding.UTF8.GetString(CsvFile.ToBytes(PlaylistFiles.Csv(s_tracks))).TrimStart('\uFEFF').Split("\r\n");

        Assert.Equal("title,artist,album,durationMs,spotifyUri", lines[0]);
        Assert.Equal("'=Known by name,Somebody,,,", lines[2]);
        Assert.Equal("Short,Artist,,,spotify:track:1301WleyT98MSxVHPZCA6M", lines[3]);
    }

    [Theory]
    [InlineData("Calm: “evenings” / 2024", "Calm-evenings-2024.csv")]
    [InlineData("../../etc", "etc.csv")]
    [InlineData("???", "playlist.csv")]
    public void FileName_IsOneThatEverySystemTakes(string playlist, string expected) => Assert.Equal(expected, PlaylistFiles.NameOf(playlist, "csv"));
}
