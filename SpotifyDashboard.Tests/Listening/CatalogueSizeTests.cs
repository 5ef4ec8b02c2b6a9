using System.Globalization;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Listening;

/// <summary>What a log says it takes is what the runtime gave for it.</summary>
public sealed class CatalogueSizeTests
{
    private const int Tracks = 5000;

    [Fact]
    public void SizeBytes_OfALog_IsAboutWhatWasAllocatedForIt()
    {
        // Once before, so that nothing is counted that is made only at the first time.
        Make();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var log = Make();

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(log.SizeBytes, allocated * 0.7, allocated);
    }

    private static ListeningLog Make()
    {
        var (tracks, artists, albums) = (new LogTrack[Tracks], new LogArtist[Tracks / 4], new LogAlbum[Tracks / 2]);
        for (var i = 0; i < artists.Length; i++)
        {
            artists[i] = new LogArtist(i, Text("1bFakeArtist", i), Text("A band of many words ", i), Text("https://i.scdn.co/image/ab6761610000e5eb", i));
        }

        for (var i = 0; i < albums.Length; i++)
        {
            albums[i] = new LogAlbum(i, Text("2cFakeAlbum", i), Text("An album of theirs ", i), i / 2, Text("https://i.scdn.co/image/ab67616d0000b273", i));
        }

        for (var i = 0; i < tracks.Length; i++)
        {
            tracks[i] = new LogTrack(i + 1, Text("0aFakeTrack", i), Text("A song with a title ", i), i / 4, i / 2, 200_000, IsInLibrary: false) { Popularity = 40, Explicit = false };
        }

        var columns = LogColumns.Of(Tracks * 5);
        for (var i = 0; i < columns.Ids.Length; i++)
        {
            columns.Ids[i] = columns.Started[i] = i;
        }

        return new ListeningLog(1, 1, columns, [], new LogCatalogue(tracks, artists, albums, [.. Enumerable.Range(0, Tracks)]));
    }

    private static string Text(string start, int number) => start + number.ToString("00000000000", CultureInfo.InvariantCulture);
}
