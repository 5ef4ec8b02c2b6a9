using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>What a number may be for its words to be true: to its last digit, or within what "about", "over" and their like allow.</summary>
internal static class AmountRanges
{
    private const double Percents = 100;
    private const double Nearness = 0.05;
    private const double Looseness = 1.5;
    private const double AlmostLeast = 0.9;
    private const double RoundedFrom = 1000;
    private const double RoundedWithin = 0.025;

    /// <summary>The least and greatest number for which the words hold.</summary>
    /// <param name="reading">The number said.</param>
    /// <param name="looseness">About, Over, Under or Almost; null for the number itself.</param>
    public static (double Low, double High) Of(NumberReading reading, MeaningKind? looseness)
    {
        var (value, half) = (reading.Value, reading.Step / 2);
        return looseness switch
        {
            MeaningKind.About => (value - Math.Max(half, value * Nearness), value + Math.Max(half, value * Nearness)),
            MeaningKind.Over => (value - half, value * Looseness),
            MeaningKind.Under => (value / Looseness, value + half),
            MeaningKind.Almost => (Math.Min(value * AlmostLeast, value - half), value),
            _ when value >= RoundedFrom && value % Percents == 0 => (value * (1 - RoundedWithin), value * (1 + RoundedWithin)),
            _ => (value - half, value + half),
        };
    }

    /// <summary>The percents for which a part of a whole may be said: a third from 30 to 36.7.</summary>
    /// <param name="part">0 to 1.</param>
    /// <param name="looseness">About, Over, Under or Almost; null for the part itself.</param>
    public static (double Low, double High) OfPart(double part, MeaningKind? looseness)
    {
        var near = Math.Min(part / 10, Nearness);
        var (low, high) = looseness switch
        {
            MeaningKind.Over => (part, part * 1.3),
            MeaningKind.Under => (part * 0.75, part),
            MeaningKind.Almost => (part * 0.85, part + 0.002),
            _ => (part - near, part + near),
        };
        return (low * Percents, Math.Min(high, 1) * Percents);
    }

    /// <summary>The factors for which a multiple may be said: twice from 1.84 to 2.16.</summary>
    public static AmountRange OfMultiple(double factor, MeaningKind? looseness) => looseness switch
    {
        MeaningKind.Almost or MeaningKind.Under => new(FactUnit.Times, factor * 0.82, factor * 1.01),
        MeaningKind.Over => new(FactUnit.Times, factor, factor * 1.3),
        MeaningKind.About => new(FactUnit.Times, factor * 0.88, factor * 1.12),
        _ => new(FactUnit.Times, factor * 0.92, factor * 1.08),
    };

    /// <summary>The percents for which a quantifier may be said.</summary>
    public static (double Low, double High) OfQuantifier(string quantifier) => quantifier switch
    {
        "Most" => (50.0001, Percents),
        "AlmostAll" => (85, Percents),
        "All" => (99, Percents),
        "HardlyAny" => (0, 8),
        "None" => (0, 0.05),
        _ => (0.0001, 49.9999),
    };

    /// <summary>The range in every unit that the unit's word may mean.</summary>
    /// <param name="unit">The word's unit as the lexicon writes it.</param>
    /// <param name="low">Least.</param>
    /// <param name="high">Greatest.</param>
    public static IEnumerable<AmountRange> In(string unit, double low, double high) => unit switch
    {
        "Times" => [new(FactUnit.Plays, low, high), new(FactUnit.Times, low, high)],
        "Seconds" => [new(FactUnit.Minutes, low / 60, high / 60)],
        "Minutes" => [new(FactUnit.Minutes, low, high), new(FactUnit.Hours, low / 60, high / 60)],
        "Hours" => [new(FactUnit.Hours, low, high), new(FactUnit.Minutes, low * 60, high * 60)],
        "Days" => [new(FactUnit.Days, low, high), new(FactUnit.Hours, low * 24, high * 24), new(FactUnit.Minutes, low * 1440, high * 1440)],
        "Weeks" => [new(FactUnit.Weeks, low, high), new(FactUnit.Days, low * 7, high * 7), new(FactUnit.Hours, low * 168, high * 168), new(FactUnit.Minutes, low * 10080, high * 10080)],
        "Months" => [new(FactUnit.Months, low, high), new(FactUnit.Days, low * 30.4, high * 30.5)],
        "Years" => [new(FactUnit.Months, low * 12, high * 12), new(FactUnit.Days, low * 365, high * 366)],
        "Decades" => [],
        _ => [new(Enum.Parse<FactUnit>(unit), low, high)],
    };

    /// <summary>The range as a change against before.</summary>
    public static IEnumerable<AmountRange> AsChange(double low, double high, int sign) => sign < 0
        ? [new(FactUnit.PercentChange, -high, -low), new(FactUnit.PercentagePoints, -high, -low)]
        : [new(FactUnit.PercentChange, low, high), new(FactUnit.PercentagePoints, low, high)];

    /// <summary>The range in whatever unit fits the same numbers, for a number that says none.</summary>
    public static ImmutableArray<AmountRange> Anything(double low, double high) => [new AmountRange(null, low, high)];
}
