using System.Globalization;
using System.IO.Compression;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>The 28,356 distinct songs of the numerics fixture, as a library.</summary>
internal static class SongsOf2020
{
    public static IEnumerable<Song> Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "numerics", "spotify_songs_2020.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var header = (reader.ReadLine() ?? "").Split(',');
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine()?.Split(',') is { } row)
        {
            if (seen.Add(row[0]))
            {
                yield return new Song(row[0], header.Zip(row).Skip(1).ToDictionary(
                    pair => pair.First, pair => double.Parse(pair.Second, CultureInfo.InvariantCulture)));
            }
        }
    }
}
