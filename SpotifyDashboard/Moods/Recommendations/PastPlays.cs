using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>How the recordings of a log were played in the past: how often, when last, and in which season most.</summary>
/// <remarks>A season is three calendar months: March to May, June to August, September to November, December to February. One pass over the plays.</remarks>
internal sealed class PastPlays
{
    private const int MonthsOfSeason = 3;

    private readonly int[] _plays;
    private readonly int[] _lasts;
    private readonly int[] _most;
    private readonly DateOnly[] _seasons;

    private PastPlays(int recordings)
    {
        (_plays, _lasts, _most, _seasons) = (new int[recordings], new int[recordings], new int[recordings], new DateOnly[recordings]);
        Array.Fill(_lasts, -1);
    }

    /// <summary>Counted plays of a recording.</summary>
    public int Plays(int recording) => _plays[recording];

    /// <summary>Index of its last counted play in the log, −1 where there is none.</summary>
    public int Last(int recording) => _lasts[recording];

    /// <summary>Counted plays in its best season, the earliest of equals.</summary>
    public int PlaysOfBestSeason(int recording) => _most[recording];

    /// <summary>The first day of that season.</summary>
    public DateOnly BestSeason(int recording) => _seasons[recording];

    /// <summary>Counts the plays of <paramref name="view"/>; shared by all who ask of the same view.</summary>
    public static PastPlays Of(ListeningView view) => view.GetOrCompute(nameof(PastPlays), Count);

    /// <summary>The last day of the season that begins on <paramref name="start"/>.</summary>
    public static DateOnly EndOf(DateOnly start) => start.AddMonths(MonthsOfSeason).AddDays(-1);

    private static PastPlays Count(ListeningView view)
    {
        var past = new PastPlays(view.Log.Catalogue.Tracks.Count);
        if (view.Runs.Count == 0)
        {
            return past;
        }

        var (first, last) = (DayOf(view, view.Runs[0].First, view.Runs[0].OffsetMs), DayOf(view, view.Runs[^1].End - 1, view.Runs[^1].OffsetMs));
        var plays = new int[past._plays.Length];
        List<int> touched = [];
        for (var season = SeasonOf(first); season <= last; season = season.AddMonths(MonthsOfSeason))
        {
            past.Add(view, season, plays, touched);
        }

        return past;
    }

    private void Add(ListeningView view, DateOnly season, int[] plays, List<int> touched)
    {
        var tracks = view.Log.TrackIndexes;
        var countsAs = view.Log.Catalogue.CountsAs;
        touched.Clear();
        foreach (var run in view.Offsets.RunsOf(view.Log, Said.Within(view.Period, season, EndOf(season))))
        {
            for (var index = run.First; index < run.End; index++)
            {
                if (!view.Counted.Counts(index))
                {
                    continue;
                }

                var recording = countsAs[tracks[index]];
                if (plays[recording]++ == 0)
                {
                    touched.Add(recording);
                }

                // Hours that a zone lives through twice are out of order; the later index is the later play.
                _lasts[recording] = Math.Max(_lasts[recording], index);
            }
        }

        foreach (var recording in touched)
        {
            _plays[recording] += plays[recording];
            (_most[recording], _seasons[recording]) = plays[recording] > _most[recording] ? (plays[recording], season) : (_most[recording], _seasons[recording]);
            plays[recording] = 0;
        }
    }

    /// <summary>The first day of the season that holds <paramref name="day"/>.</summary>
    private static DateOnly SeasonOf(DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        return month.AddMonths(-(day.Month % MonthsOfSeason));
    }

    private static DateOnly DayOf(ListeningView view, int index, int offsetMs) =>
        DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[index] + offsetMs).UtcDateTime);
}
