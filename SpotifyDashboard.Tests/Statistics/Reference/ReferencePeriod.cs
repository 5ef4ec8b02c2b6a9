using System.Globalization;

namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>A period as it is asked for: local days, both included, either end open.</summary>
internal sealed record ReferencePeriod(DateOnly? From, DateOnly? To)
{
    public static DateOnly Epoch { get; } = new(1970, 1, 1);

    public static ReferencePeriod Everything { get; } = new(null, null);

    public static ReferencePeriod AYear { get; } = Of("2025-01-01", "2025-12-31");

    /// <summary>Everything, a month, a year, across a clock change, the day of one, without plays, open ends, today, an end to come.</summary>
    public static IReadOnlyList<ReferencePeriod> All { get; } =
    [
        Everything,
        Of("2026-03-01", "2026-03-31"),
        AYear,
        Of("2026-10-20", "2026-11-01"),
        Of("2026-10-25", "2026-10-25"),
        Of("2001-02-01", "2001-02-10"),
        Of("2026-06-15", null),
        Of(null, "2025-12-31"),
        Of("2026-11-02", "2026-11-02"),
        Of("2026-10-01", "2027-01-31"),
    ];

    public static ReferencePeriod Of(string? from, string? to) => new(Day(from), Day(to));

    /// <summary>The local day at which the host's clock stands.</summary>
    public static DateOnly Today(string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ReferenceHost.Now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

    /// <summary>As it stands in an address.</summary>
    public string Query =>
        (From is { } from ? $"&from={from:yyyy-MM-dd}" : "") + (To is { } to ? $"&to={to:yyyy-MM-dd}" : "");

    /// <summary>A day as the SQL knows it: days since the epoch.</summary>
    public static int Number(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - Epoch.DayNumber;

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
