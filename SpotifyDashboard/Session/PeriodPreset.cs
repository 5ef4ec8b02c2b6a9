using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Session;

/// <summary>A period with a name, as the period picker offers it.</summary>
/// <param name="Key">Short name, stable.</param>
/// <param name="Name">What the listener reads.</param>
/// <param name="On">The period on a given local day.</param>
public sealed record PeriodPreset(string Key, string Name, Func<DateOnly, Period> On)
{
    /// <summary>All presets, from short to long.</summary>
    public static IReadOnlyList<PeriodPreset> All { get; } =
    [
        new("7d", "Last 7 days", static today => new Period(today.AddDays(-6), today)),
        new("4w", "Last 4 weeks", static today => new Period(today.AddDays(-27), today)),
        new("6m", "Last 6 months", static today => new Period(today.AddMonths(-6).AddDays(1), today)),
        new("year", "This year", static today => new Period(new DateOnly(today.Year, 1, 1), today)),
        new("last-year", "Last year", static today => new Period(new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31))),
        new("all", "All time", static _ => Period.Everything),
    ];

    /// <summary>The preset that is <paramref name="period"/> today, or null.</summary>
    public static PeriodPreset? Find(Period period, DateOnly today) => All.FirstOrDefault(preset => preset.On(today) == period);
}
