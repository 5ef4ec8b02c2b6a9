using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Overview;

/// <summary>The figures of the tiles over the period, in up to thirty equal stretches of days, from old to new.</summary>
/// <param name="Plays">Counted plays of each stretch.</param>
/// <param name="Minutes">Their minutes.</param>
/// <param name="Tracks">Different tracks among them.</param>
/// <param name="Artists">Different artists among them.</param>
/// <param name="Streak">Days in a row with a play up to the end of each stretch.</param>
public sealed record SparkSeries(
    IReadOnlyList<double> Plays,
    IReadOnlyList<double> Minutes,
    IReadOnlyList<double> Tracks,
    IReadOnlyList<double> Artists,
    IReadOnlyList<double> Streak)
{
    private const int MostStretches = 30;
    private const double MsPerMinute = 60_000;

    /// <summary>Sums up <paramref name="view"/>; empty where no play counts.</summary>
    public static SparkSeries Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Days.First is not { } firstPlay || view.Days.Last is not { } lastPlay)
        {
            return new SparkSeries([], [], [], [], []);
        }

        var first = view.Period.From ?? firstPlay;
        var last = view.Period.To is { } to && to < view.Today ? to : Later(lastPlay, view.Today);
        var days = last.DayNumber - first.DayNumber + 1;
        var stretches = Math.Min(days, MostStretches);
        var (plays, minutes, streak) = (new double[stretches], new double[stretches], new double[stretches]);
        var run = 0;
        for (var day = 0; day < days; day++)
        {
            var date = first.AddDays(day);
            var stretch = (int)((long)day * stretches / days);
            var count = view.Days.PlaysOn(date);
            run = count > 0 ? run + 1 : 0;
            plays[stretch] += count;
            minutes[stretch] += view.Days.MsOn(date) / MsPerMinute;
            streak[stretch] = run;
        }

        var (tracks, artists) = Distinct(view, first.DayNumber, days, stretches);
        return new SparkSeries(plays, minutes, tracks, artists, streak);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static (double[] Tracks, double[] Artists) Distinct(ListeningView view, int firstDay, int days, int stretches)
    {
        var catalogue = view.Log.Catalogue;
        var (tracks, artists) = (new double[stretches], new double[stretches]);
        var (seenTrack, seenArtist) = (new int[catalogue.Tracks.Count], new int[catalogue.Artists.Count]);
        var started = view.Log.StartedMs;
        var trackOf = view.Log.TrackIndexes;
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                var day = ZoneOffsets.DayNumber(started[index] + run.OffsetMs) - firstDay;
                if (day < 0 || day >= days || !view.Counted.Counts(index))
                {
                    continue;
                }

                // Plays are in order, so the stretch last seen is enough to know whether a track is new in this one.
                var stretch = (int)((long)day * stretches / days);
                var track = catalogue.CountsAs[trackOf[index]];
                Count(seenTrack, tracks, track, stretch);
                Count(seenArtist, artists, catalogue.Tracks[track].ArtistIndex, stretch);
            }
        }

        return (tracks, artists);

        static void Count(int[] seen, double[] counts, int item, int stretch)
        {
            if (seen[item] <= stretch)
            {
                seen[item] = stretch + 1;
                counts[stretch]++;
            }
        }
    }
}
