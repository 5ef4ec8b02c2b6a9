using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>How much of the listening is the same again.</summary>
/// <param name="Plays">Counted plays.</param>
/// <param name="Tracks">Different recordings among them.</param>
/// <param name="RepeatShare">The share of plays that are not the first of their recording in the period; shares are null without plays.</param>
/// <param name="OnceTracks">Recordings with exactly one counted play.</param>
/// <param name="BackToBack">Counted plays whose preceding counted play is the same recording.</param>
/// <param name="LongestRun">Most such plays in a row; null where there is none.</param>
/// <param name="TopArtistShare">The share of plays of the first artist.</param>
/// <param name="TopTenArtistShare">The share of plays of the first ten artists.</param>
/// <param name="Eddington">The largest n for which n days have at least n counted plays.</param>
/// <param name="Faithful">The ten artists played in most months.</param>
public sealed record Loyalty(
    int Plays,
    int Tracks,
    double? RepeatShare,
    int OnceTracks,
    int BackToBack,
    LongestRun? LongestRun,
    double? TopArtistShare,
    double? TopTenArtistShare,
    int Eddington,
    IReadOnlyList<FaithfulArtist> Faithful)
{
    private const int Ten = 10;

    /// <summary>Sums up <paramref name="view"/>.</summary>
    public static Loyalty Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (plays, tracks, once) = CountTracks(view.Tracks);
        var repeats = RepeatsInRow.Of(view);
        var artists = Ranking.Of(view, TopKind.Artists, TopMeasure.Plays);
        var top = artists.Top(Ten);
        return new Loyalty(
            plays,
            tracks,
            plays == 0 ? null : (double)(plays - tracks) / plays,
            once,
            repeats.BackToBack,
            repeats.Longest is { } longest ? RunOf(view.Log, longest.Start, longest.Plays) : null,
            plays == 0 ? null : (double)artists.Plays[top[0]] / plays,
            plays == 0 ? null : (double)top.Sum(artist => artists.Plays[artist]) / plays,
            EddingtonOf(view.Days),
            FaithfulOf(view, artists));
    }

    private static (int Plays, int Tracks, int Once) CountTracks(TrackTotals totals)
    {
        var (plays, tracks, once) = (0, 0, 0);
        foreach (var count in totals.Plays)
        {
            plays += count;
            tracks += count > 0 ? 1 : 0;
            once += count == 1 ? 1 : 0;
        }

        return (plays, tracks, once);
    }

    private static LongestRun RunOf(ListeningLog log, int start, int plays)
    {
        var names = new RecordingNames(log.Catalogue, log.Catalogue.CountsAs[log.TrackIndexes[start]]);
        return new LongestRun(names.Id, names.Name, names.Artist, plays, DateTimeOffset.FromUnixTimeMilliseconds(log.StartedMs[start]));
    }

    private static FaithfulArtist RowOf(LogArtist artist, int months, int plays, long ms) => new(artist.PublicId, artist.Name, months, plays, ms) { ImageUrl = artist.ImageUrl };

    private static int EddingtonOf(DayTotals days)
    {
        if (days is not { First: { } first, Last: { } last })
        {
            return 0;
        }

        var counts = new int[last.DayNumber - first.DayNumber + 1];
        for (var day = 0; day < counts.Length; day++)
        {
            counts[day] = days.PlaysOn(first.AddDays(day));
        }

        Array.Sort(counts);
        var most = 0;
        while (most < counts.Length && counts[counts.Length - 1 - most] > most)
        {
            most++;
        }

        return most;
    }

    private static List<FaithfulArtist> FaithfulOf(ListeningView view, Ranking artists)
    {
        var months = ArtistMonths.Of(view);
        var played = Enumerable.Range(0, months.Length).Where(artist => months[artist] > 0);
        return [.. FirstFew.Of(played, Ten, Compare).Select(artist => RowOf(view.Log.Catalogue.Artists[artist], months[artist], artists.Plays[artist], artists.Ms[artist]))];

        int Compare(int x, int y)
        {
            var byCount = months[y] != months[x] ? months[y].CompareTo(months[x]) : artists.Plays[y] != artists.Plays[x] ? artists.Plays[y].CompareTo(artists.Plays[x]) : artists.Ms[y].CompareTo(artists.Ms[x]);
            var (first, second) = (view.Log.Catalogue.Artists[x], view.Log.Catalogue.Artists[y]);
            var byName = byCount != 0 ? byCount : string.CompareOrdinal(first.Name, second.Name);
            return byName != 0 ? byName : string.CompareOrdinal(first.PublicId, second.PublicId);
        }
    }
}
