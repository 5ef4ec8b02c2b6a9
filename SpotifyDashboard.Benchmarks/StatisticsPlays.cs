using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Benchmarks;

/// <summary>Seeded plays as a long listening life makes them: twelve years, 100,000 tracks of 8,000 artists, few of them played often.</summary>
internal static class StatisticsPlays
{
    public const int Tracks = 100_000;
    public const int Artists = 8_000;
    public const int Albums = 15_000;

    private const int Genres = 600;
    private const int Details = 4_000;

    private const long FirstMs = 1_388_534_400_000; // 2014-01-01
    private const long SpanMs = 12L * 365 * 86_400_000;

    private static readonly string[] s_reasons = ["trackdone", "trackdone", "fwdbtn", "unknown", "endplay"];

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
            columns.Details[index] = (index * 7 % (Details / 2)) + (play.Precision == Precision.Estimated ? Details / 2 : 0);
            index++;
        }

        return new ListeningLog(1, 1, columns, [.. Enumerable.Range(0, Details).Select(DetailAt)], new LogCatalogue(
            [.. Enumerable.Range(0, Tracks).Select(TrackAt)],
            [.. Enumerable.Range(0, Artists).Select(artist => new LogArtist(artist + 1, "", $"Artist {artist}", null))],
            [.. Enumerable.Range(0, Albums).Select(album => new LogAlbum(album + 1, "", $"Album {album}", album % Artists, null) { ReleaseYear = album % 20 == 0 ? null : 1960 + (album % 66) })],
            [.. Enumerable.Range(0, Tracks)])
        {
            Genres = [.. Enumerable.Range(0, Genres).Select(genre => $"genre {genre:000}")],
            GenresOfArtists = [.. Enumerable.Range(0, Artists).Select(artist => Enumerable.Range(0, artist % 5).Select(place => ((artist * 17) + (place * 31)) % Genres).Distinct().ToArray())],
        });
    }

    private static LogTrack TrackAt(int track) => new(track + 1, $"id{track}", $"Track {track}", track % Artists, track % Albums, 200_000, false)
    {
        Explicit = track % 10 == 0 ? null : track % 7 == 0,
        Popularity = track % 10 == 0 ? null : track % 101,
    };

    /// <summary>A few thousand combinations, as many years of exports have: half of them exact, half estimated.</summary>
    private static PlayDetail DetailAt(int detail) => new(
        Source.ExtendedExport,
        detail < Details / 2 ? Precision.Exact : Precision.Estimated,
        (SightingTraits)(detail % 256),
        new Circumstance { Id = detail, ReasonStart = "", ReasonEnd = s_reasons[detail % s_reasons.Length], Platform = $"Android OS {detail % 30}", Country = detail % 3 == 0 ? "SE" : "DE" },
        detail % 2 == 0 ? null : new PlayContext { Id = detail, Uri = $"spotify:playlist:{detail % 500}" });
}
