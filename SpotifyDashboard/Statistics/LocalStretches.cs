using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics;

/// <summary>A view cut into stretches of local days (months, weeks): what a series over time is made of. No work per play.</summary>
/// <remarks>They cover the days that <see cref="Calendar"/> lists; plays outside these days, none of which counts, belong to no stretch.</remarks>
internal sealed class LocalStretches
{
    private const long DayMs = 86_400_000;

    private static readonly int s_epochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly DateOnly[] _starts;
    private readonly LogRun[][] _runs;
    private readonly (int First, int End, int Stretch)[] _pieces;

    private LocalStretches(DateOnly[] starts, LogRun[][] runs)
    {
        _starts = starts;
        _runs = runs;
        _pieces = [.. runs.SelectMany((pieces, stretch) => pieces.Select(piece => (piece.First, piece.End, stretch))).OrderBy(piece => piece.First)];
    }

    /// <summary>How many stretches there are; 0 where <see cref="Calendar"/> lists no day.</summary>
    public int Count => _starts.Length;

    /// <summary>Cuts <paramref name="view"/>.</summary>
    /// <param name="view">The plays.</param>
    /// <param name="startOf">The first day of the stretch that a day belongs to.</param>
    /// <param name="next">The first day of the stretch that follows the one which begins on the day given; null after the last there can be.</param>
    public static LocalStretches Of(ListeningView view, Func<DateOnly, DateOnly> startOf, Func<DateOnly, DateOnly?> next)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (Calendar.SpanOf(view) is not { } span)
        {
            return new LocalStretches([], []);
        }

        List<DateOnly> starts = [];
        for (DateOnly? start = startOf(span.First); start is { } day && day <= span.Last; start = next(day))
        {
            starts.Add(day);
        }

        return new LocalStretches([.. starts], Cut(view, starts, span.Last.DayNumber + 1));
    }

    /// <summary>The first local day of a stretch, also where the period begins later.</summary>
    public DateOnly StartOf(int stretch) => _starts[stretch];

    /// <summary>The plays of a stretch, counted or not, in order; most often one run.</summary>
    public IReadOnlyList<LogRun> RunsOf(int stretch) => _runs[stretch];

    /// <summary>The stretch to which the play at <paramref name="index"/> belongs, −1 for none, and behind which play that changes at the latest.</summary>
    public (int Stretch, int End) At(int index)
    {
        var (low, high) = (0, _pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _pieces[middle].End > index ? (low, middle) : (middle + 1, high);
        }

        if (low == _pieces.Length)
        {
            return (-1, int.MaxValue);
        }

        return _pieces[low].First <= index ? (_pieces[low].Stretch, _pieces[low].End) : (-1, _pieces[low].First);
    }

    /// <summary>Where clocks fall back across midnight, a later run may reach into the stretch before: hence a list each.</summary>
    private static LogRun[][] Cut(ListeningView view, List<DateOnly> starts, int endDay)
    {
        var runs = new LogRun[starts.Count][];
        Array.Fill(runs, []);
        var log = view.Log;
        foreach (var run in view.Runs)
        {
            var stretch = Math.Max(0, LastAtOrBefore(starts, ZoneOffsets.DayNumber(log.StartedMs[run.First] + run.OffsetMs)));
            for (; stretch < starts.Count; stretch++)
            {
                var first = Math.Max(run.First, log.CountBefore(MomentMs(starts[stretch].DayNumber, run.OffsetMs)));
                var end = Math.Min(run.End, log.CountBefore(MomentMs(stretch + 1 < starts.Count ? starts[stretch + 1].DayNumber : endDay, run.OffsetMs)));
                if (first >= run.End)
                {
                    break;
                }

                if (end > first)
                {
                    runs[stretch] = [.. runs[stretch], new LogRun(first, end, run.OffsetMs)];
                }
            }
        }

        return runs;
    }

    private static int LastAtOrBefore(List<DateOnly> starts, int day)
    {
        var found = starts.BinarySearch(DateOnly.FromDayNumber(day));
        return found >= 0 ? found : ~found - 1;
    }

    private static long MomentMs(int dayNumber, int offsetMs) => ((dayNumber - s_epochDay) * DayMs) - offsetMs;
}
