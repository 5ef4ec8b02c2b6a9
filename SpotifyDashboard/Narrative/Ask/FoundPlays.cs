using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>The counted plays of a view that a question is about: within its hours, of the tracks it names. One pass over the plays.</summary>
internal sealed class FoundPlays
{
    private const int HoursPerDay = 24;
    private const double MsPerHour = 3_600_000;

    private readonly ListeningView _view;
    private readonly List<int> _indexes = [];
    private readonly Dictionary<DateOnly, int> _days = [];

    private FoundPlays(ListeningView view) => (_view, TracksPlayed) = (view, new int[view.Log.Catalogue.Tracks.Count]);

    /// <summary>How many.</summary>
    public int Count => _indexes.Count;

    /// <summary>How long they sounded.</summary>
    public double Hours { get; private set; }

    /// <summary>Plays of each track, by recording.</summary>
    public int[] TracksPlayed { get; }

    /// <summary>The day with most of them and how many; null where there is none.</summary>
    public (DateOnly Day, int Plays)? BiggestDay => _days.Count == 0 ? null : _days.OrderByDescending(day => day.Value).ThenBy(day => day.Key).Select(day => (day.Key, day.Value)).First();

    /// <summary>Finds them.</summary>
    /// <param name="view">The plays of the period.</param>
    /// <param name="hours">Days of the week and hours.</param>
    /// <param name="isWanted">One entry per track, true for those asked about; null for all.</param>
    public static FoundPlays In(ListeningView view, ChosenHours hours, bool[]? isWanted)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(hours);
        var found = new FoundPlays(view);
        foreach (var run in view.Runs)
        {
            for (var index = run.First; index < run.End; index++)
            {
                found.Look(index, run.OffsetMs, hours, isWanted);
            }
        }

        return found;
    }

    /// <summary>The earliest of them as they lie in the log.</summary>
    public IEnumerable<int> Earliest(int count) => _indexes.Take(count);

    /// <summary>The latest of them, in the order they were played.</summary>
    public IEnumerable<int> Latest(int count) => _indexes.TakeLast(count);

    /// <summary>When a play began, in the listener's zone.</summary>
    public static DateTime LocalStart(ListeningView view, int index) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(view.Log.StartedMs[index]), view.Zone).DateTime;

    private void Look(int index, int offsetMs, ChosenHours hours, bool[]? isWanted)
    {
        var log = _view.Log;
        var track = log.TrackIndexes[index];
        if (!_view.Counted.Counts(index) || (isWanted is not null && !isWanted[track]))
        {
            return;
        }

        var local = log.StartedMs[index] + offsetMs;
        var hour = WeekHour.Of(local);
        if (!hours.IsAll && ((!hours.Weekdays.IsEmpty && !hours.Weekdays.Contains(hour / HoursPerDay)) || hours.Hours?.Contains(hour % HoursPerDay) == false))
        {
            return;
        }

        _indexes.Add(index);
        Hours += log.MsPlayed[index] / MsPerHour;
        TracksPlayed[log.Catalogue.CountsAs[track]]++;
        var day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(local).DateTime);
        _days[day] = _days.GetValueOrDefault(day) + 1;
    }
}
