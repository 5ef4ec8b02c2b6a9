using System.Globalization;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Pages;

/// <summary>How a fact changed from one story to the other, in words.</summary>
internal static class FactChangeWords
{
    /// <summary>"307 plays more (25% more)", "only in the later one", "the same".</summary>
    public static string Of(FactChange change) => change switch
    {
        { Kind: FactChangeKind.Same } => "the same",
        { Kind: FactChangeKind.Came } => "only in the later one",
        { Kind: FactChangeKind.Went } => "only in the earlier one",
        { Before: { Value: { } old } before, After: { Value: { } now } after } when before.Unit == after.Unit => Moved(old, now, after.Unit),
        _ => "says something else",
    };

    private static string Moved(double old, double now, FactUnit unit) => unit switch
    {
        FactUnit.Rank => Math.Round(old - now) switch
        {
            0 => "the same place",
            > 0 and var places => $"{Said.Counted((int)places, "place", "places")} up",
            var places => $"{Said.Counted((int)-places, "place", "places")} down",
        },
        FactUnit.Weekday => Instead(Weekday(now), Weekday(old)),
        FactUnit.HourOfDay => Instead(Hour(now), Hour(old)),
        FactUnit.Year => Instead(now.ToString("F0", CultureInfo.InvariantCulture), old.ToString("F0", CultureInfo.InvariantCulture)),
        FactUnit.Percent or FactUnit.PercentagePoints or FactUnit.PercentChange => By(now - old, decimals: 1, " percentage points", ("more", "less")),
        FactUnit.None or FactUnit.Score => By(now - old, decimals: 0, "", ("more", "less")),
        FactUnit.Feature or FactUnit.Times => By(now - old, decimals: 2, "", ("more", "less")),
        FactUnit.Hours or FactUnit.Minutes => By(now - old, unit == FactUnit.Hours ? 1 : 0, $" {NameOf(unit, now - old)}", ("more", "less")) + Relative(old, now),
        _ => By(now - old, decimals: 0, $" {NameOf(unit, now - old)}", ("more", "fewer")) + Relative(old, now),
    };

    private static string By(double difference, int decimals, string what, (string Up, string Down) way) => Math.Round(difference, decimals, MidpointRounding.AwayFromZero) switch
    {
        0 => "about the same",
        var rounded => $"{Said.Number(Math.Abs(rounded), decimals)}{what} {(rounded > 0 ? way.Up : way.Down)}",
    };

    private static string Relative(double old, double now) => old > 0 && Math.Round(Math.Abs(now - old) / old, 2) is > 0 and var share && Math.Round(now - old) != 0
        ? $" ({Said.Share(share)} {(now > old ? "more" : "less")})"
        : "";

    private static string Instead(string now, string old) => string.Equals(now, old, StringComparison.Ordinal) ? "about the same" : $"{now} instead of {old}";

    private static string Weekday(double day) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)(((int)day + 1) % 7));

    private static string Hour(double hour) => string.Create(CultureInfo.InvariantCulture, $"{(int)hour:00}:00");

    private static string NameOf(FactUnit unit, double count)
    {
        var many = unit.ToString().ToLowerInvariant();
        return Math.Abs(Math.Round(count)) == 1 ? many[..^1] : many;
    }
}
