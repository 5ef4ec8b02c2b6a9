using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Seeded plays as a long listening life makes them: twelve years, 40,000 tracks of 8,000 artists, few of them played often.</summary>
internal static class StatisticsPlays
{
    public const int Tracks = 40_000;
    public const int Artists = 8_000;
    public const int Albums = 15_000;

    private const long FirstMs = 1_388_534_400_000; // 2014-01-01
    private const long SpanMs = 12L * 365 * 86_400_000;

    public static IEnumerable<Play> Of(int count)
    {
        var random = new Random(42);
        for (var index = 0; index < count; index++)
        {
            var started = DateTimeOffset.FromUnixTimeMilliseconds(FirstMs + (SpanMs / count * index) + random.Next(1000));
            var ms = random.Next(4) == 0 ? random.Next(30_000) : 120_000 + random.Next(180_000);
            yield return new Play
            {
                Id = index + 1,
                StartedAt = started,
                EndedAt = started.AddMilliseconds(ms),
                MsPlayed = ms,
                TrackId = 1 + (int)(Tracks * Math.Pow(random.NextDouble(), 3)),
                Source = Source.ExtendedExport,
                Precision = random.Next(50) == 0 ? Precision.Estimated : Precision.Exact,
                CircumstanceId = Circumstance.UnknownId,
                Flags = SightingTraits.ShuffleTold | (random.Next(3) == 0 ? SightingTraits.Shuffle : SightingTraits.None),
            };
        }
    }

    public static ListeningLog Log(int count)
    {
        var columns = LogColumns.Of(count);
        var index = 0;
        foreach (var play in Of(count))
        {
            columns.Started[index] = play.StartedAt.ToUnixTimeMilliseconds();
            columns.Ids[index] = play.Id;
            columns.MsPlayed[index] = play.MsPlayed;
            columns.EndedAfter[index] = play.MsPlayed;
            columns.Tracks[index] = play.TrackId - 1;
            columns.Details[index] = play.Precision == Precision.Estimated ? 1 : 0;
            index++;
        }

        var circumstance = new Circumstance { Id = 1, ReasonStart = "", ReasonEnd = "", Platform = "", Country = "" };
        PlayDetail[] details =
        [
            new(Source.ExtendedExport, Precision.Exact, SightingTraits.None, circumstance, null),
            new(Source.ExtendedExport, Precision.Estimated, SightingTraits.None, circumstance, null),
        ];
        return new ListeningLog(1, 1, columns, details, new LogCatalogue(
            [.. Enumerable.Range(0, Tracks).Select(track => new LogTrack(track + 1, $"id{track}", $"Track {track}", track % Artists, track % Albums, 200_000, false))],
            [.. Enumerable.Range(0, Artists).Select(artist => new LogArtist(artist + 1, "", $"Artist {artist}", null))],
            [.. Enumerable.Range(0, Albums).Select(album => new LogAlbum(album + 1, "", $"Album {album}", album % Artists, null))],
            [.. Enumerable.Range(0, Tracks)]));
    }
}
