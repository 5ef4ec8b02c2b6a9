namespace SpotifyDashboard.Ingest;

/// <summary>The days in which sightings were added, as the ranges of time that have to be derived again.</summary>
internal sealed class TouchedDays
{
    private const long Day = 24L * 3600 * 1000;

    private readonly HashSet<long> _days = [];
    private long _last = long.MinValue;

    /// <summary>Notes the day of a moment (milliseconds since 1970).</summary>
    public void Add(long moment)
    {
        var day = Math.DivRem(moment, Day).Quotient;
        if (day != _last)
        {
            _days.Add(_last = day);
        }
    }

    /// <summary>Runs of days, ascending: first and last millisecond. Runs less than two days apart are one.</summary>
    public IEnumerable<(long From, long To)> Ranges()
    {
        long? begin = null;
        var last = 0L;
        foreach (var day in _days.Order())
        {
            if (begin is { } first && day - last > 2)
            {
                yield return (first * Day, ((last + 1) * Day) - 1);
                begin = null;
            }

            begin ??= day;
            last = day;
        }

        if (begin is { } open)
        {
            yield return (open * Day, ((last + 1) * Day) - 1);
        }
    }
}
