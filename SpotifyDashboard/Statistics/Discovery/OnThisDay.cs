using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Discovery;

/// <summary>What was played on a day of the year in the years before.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Years">Years before that with a counted play on the same local month and day, newest first.</param>
public sealed record OnThisDay(DateOnly Day, IReadOnlyList<YearOnThisDay> Years)
{
    private const int MostTracks = 3;

    /// <summary>Looks back from <paramref name="day"/> over the whole history; the view's period plays no part.</summary>
    public static OnThisDay Of(ListeningView view, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(view);
        List<YearOnThisDay> years = [];
        var firstYear = view.Log.Count == 0 ? int.MaxValue : DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[0]).Year - 1; // the year before, in zones behind UTC
        for (var year = day.Year - 1; year >= Math.Max(firstYear, DateOnly.MinValue.Year); year--)
        {
            var hasDay = day.Day <= DateTime.DaysInMonth(year, day.Month); // 29 February
            if (hasDay && YearOf(view, new DateOnly(year, day.Month, day.Day)) is { } found)
            {
                years.Add(found);
            }
        }

        return new OnThisDay(day, years);
    }

    private static YearOnThisDay? YearOf(ListeningView view, DateOnly day)
    {
        var played = TracksOf(view, day);
        return played.Count == 0
            ? null
            : new YearOnThisDay(day.Year, played.Sum(track => track.Plays), played.Sum(track => track.Ms), [.. played.Take(MostTracks).Select(track => RowOf(view.Log.Catalogue, track))]);
    }

    /// <summary>The recordings of a day, most played first. A day has few plays: they are sorted, not counted in an array over all tracks.</summary>
    private static List<(int Track, int Plays, long Ms)> TracksOf(ListeningView view, DateOnly day)
    {
        var log = view.Log;
        List<(int Track, int Ms)> plays = [];
        foreach (var run in view.Offsets.RunsOf(log, new Period(day, day)))
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (view.Counted.Counts(index))
                {
                    plays.Add((log.Catalogue.CountsAs[log.TrackIndexes[index]], log.MsPlayed[index]));
                }
            }
        }

        return [.. plays.GroupBy(play => play.Track)
            .Select(track => (Track: track.Key, Plays: track.Count(), Ms: track.Sum(play => (long)play.Ms)))
            .OrderByDescending(track => track.Plays).ThenByDescending(track => track.Ms)
            .ThenBy(track => log.Catalogue.Tracks[track.Track].Title, StringComparer.Ordinal).ThenBy(track => log.Catalogue.Tracks[track.Track].PublicId, StringComparer.Ordinal)];
    }

    private static TrackOnDay RowOf(LogCatalogue catalogue, (int Track, int Plays, long Ms) played)
    {
        var names = new RecordingNames(catalogue, played.Track);
        return new TrackOnDay(names.Id, names.Name, names.Artist, played.Plays, played.Ms) { ImageUrl = names.ImageUrl };
    }
}
