namespace SpotifyDashboard.Listening;

/// <summary>Local days of the listener, both included; an open end reaches as far as there are plays.</summary>
/// <param name="From">First day, or null for the very first play.</param>
/// <param name="To">Last day, or null for today.</param>
public readonly record struct Period(DateOnly? From, DateOnly? To)
{
    /// <summary>Everything, the default.</summary>
    public static Period Everything => default;

    /// <summary>The equally long stretch of days just before; null where the period has no first day.</summary>
    /// <param name="today">The listener's current local day: the end of a period without a last day.</param>
    public Period? Previous(DateOnly today)
    {
        if (From is not { } from)
        {
            return null;
        }

        var length = (To ?? today).DayNumber - from.DayNumber + 1;
        var last = from.DayNumber - 1;
        return length < 1 || last - length + 1 < 0
            ? null
            : new Period(DateOnly.FromDayNumber(last - length + 1), DateOnly.FromDayNumber(last));
    }
}
