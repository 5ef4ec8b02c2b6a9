using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Facts;

/// <summary>Whether the plays of a stretch of days are known as good as whole.</summary>
internal static class KnownStretch
{
    /// <summary>The part of a stretch that may be missing before a comparison with it says little.</summary>
    private const double MostMissing = 0.05;

    /// <summary>Whether open gaps take at most a twentieth of the days.</summary>
    /// <param name="days">Local days, both included.</param>
    /// <param name="zone">Whose days they are.</param>
    /// <param name="gaps">Stretches in which plays may be missing.</param>
    public static bool IsWhole(FactDays days, TimeZoneInfo zone, IEnumerable<Gap> gaps)
    {
        var (start, end) = (MidnightOf(days.From, zone), MidnightOf(days.To.AddDays(1), zone));
        var missing = gaps.Where(gap => gap.ClosedAt is null).Sum(gap => Math.Max(0, (Earlier(gap.ToAt, end) - Later(gap.FromAt, start)).TotalHours));
        return missing <= MostMissing * (end - start).TotalHours;
    }

    /// <summary>To the hour, which is enough here: where clocks change at midnight, the offset is that of either side.</summary>
    private static DateTimeOffset MidnightOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Utc)) - zone.GetUtcOffset(local);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
