namespace SpotifyDashboard.Statistics.Time;

/// <summary>Days in a row with music within a period, the longest first.</summary>
/// <param name="Current">Days of the run that stands, see <see cref="Streaks"/>.</param>
/// <param name="Longest">Days of the longest run.</param>
/// <param name="DaysWithPlays">Days with at least one counted play.</param>
/// <param name="Days">Days that <see cref="Calendar"/> lists.</param>
/// <param name="List">The ten longest runs, of equal ones the earlier first.</param>
public sealed record StreakList(int Current, int Longest, int DaysWithPlays, int Days, IReadOnlyList<StreakRun> List)
{
    private const int MostShown = 10;

    /// <summary>Finds the runs of <paramref name="view"/>.</summary>
    public static StreakList Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var streaks = Streaks.Of(view);
        var days = Calendar.SpanOf(view) is var (first, last) ? last.DayNumber - first.DayNumber + 1 : 0;
        var runs = RunsOf(view.Days);
        return new StreakList(
            streaks.Current,
            streaks.Longest,
            runs.Sum(run => run.Days),
            days,
            [.. runs.OrderByDescending(run => run.Days).ThenBy(run => run.From).Take(MostShown)]);
    }

    private static List<StreakRun> RunsOf(DayTotals days)
    {
        List<StreakRun> runs = [];
        if (days is not { First: { } first, Last: { } last })
        {
            return runs;
        }

        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var start = day;
            while (days.PlaysOn(day) > 0)
            {
                day = day.AddDays(1);
            }

            if (day > start)
            {
                runs.Add(new StreakRun(start, day.AddDays(-1), day.DayNumber - start.DayNumber));
            }
        }

        return runs;
    }
}
