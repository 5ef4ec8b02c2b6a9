using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Finds numbers, shares and durations with what they count.</summary>
internal static class AmountFinder
{
    private const int UnitWithin = 4;
    private const int UnitBefore = 5;
    private const int SignWithin = 4;
    private const double Percents = 100;
    private const double LargestWhole = 20;

    private static readonly string[] s_ones = ["a", "an", "of", "ein", "eine", "einer", "d", "un", "une", "una", "uma", "een", "de"];
    private static readonly MeaningKind[] s_looseness = [MeaningKind.About, MeaningKind.Over, MeaningKind.Under, MeaningKind.Almost];

    /// <summary>The amount that starts at a token; null where none does.</summary>
    public static Claim? At(SentenceReading sentence, int at)
    {
        if (sentence.ItemAt(at)?.As(MeaningKind.Quantifier) is { } quantifier)
        {
            if (quantifier.Value is "None" or "HardlyAny" && !IsOfPlays(sentence, sentence.ItemAt(at)?.End ?? at + 1))
            {
                return null;
            }

            var (low, high) = AmountRanges.OfQuantifier(quantifier.Value);
            return new Claim(ClaimKind.Amount, at, sentence.ItemAt(at)?.End ?? at + 1) { HasUnit = true, Ranges = [new AmountRange(FactUnit.Percent, low, high)], Value = low };
        }

        if (NumberComposer.At(sentence, at) is not { } number || IsNoClaim(sentence, number))
        {
            return null;
        }

        var looseness = LoosenessOf(sentence, at);
        return Multiple(sentence, number, looseness)
            ?? PartOfSome(sentence, number, looseness)
            ?? Share(sentence, number, looseness)
            ?? Percent(sentence, number, looseness)
            ?? Counted(sentence, number, looseness);
    }

    /// <summary>"none of your plays" claims, "not one regret" does not.</summary>
    private static bool IsOfPlays(SentenceReading sentence, int at) => Enumerable.Range(at, 3).Any(next => sentence.Is(next, MeaningKind.Unit));

    /// <summary>"one" alone counts nothing: "one artist stood out".</summary>
    private static bool IsNoClaim(SentenceReading sentence, NumberPhrase number)
    {
        if (!number.IsInWords || number.Value != 1)
        {
            return false;
        }

        return !(sentence.ItemAt(number.End) is { } item && (item.Is(MeaningKind.Percent) || item.As(MeaningKind.Unit) is { Value: "Hours" or "Minutes" or "Weeks" or "Plays" or "Months" }));
    }

    /// <summary>What the words before a number make of it: About, Over, Under or Almost; null for the number itself.</summary>
    public static MeaningKind? LoosenessOf(SentenceReading sentence, int at)
    {
        var item = sentence.ItemBefore(at) ?? sentence.ItemBefore(at - 1);
        foreach (var kind in s_looseness)
        {
            if (item?.Is(kind) ?? false)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>"three times as many", "dreimal so viel".</summary>
    private static Claim? Multiple(SentenceReading sentence, NumberPhrase number, MeaningKind? looseness)
    {
        if (sentence.ItemAt(number.End) is { } times && times.As(MeaningKind.Unit) is { Value: "Times" } && Enumerable.Range(times.End, 3).Any(at => sentence.Is(at, MeaningKind.Than) || sentence.Is(at, MeaningKind.WeakUp)))
        {
            return new Claim(ClaimKind.Multiple, number.Start, times.End) { Value = number.Value, Ranges = [AmountRanges.OfMultiple(number.Value, looseness)] };
        }

        return null;
    }

    /// <summary>"one in three", "two out of five".</summary>
    private static Claim? PartOfSome(SentenceReading sentence, NumberPhrase number, MeaningKind? looseness)
    {
        var next = number.End;
        while (next < sentence.Count && next < number.End + 3 && (sentence.Is(next, MeaningKind.Of) || sentence.Tokens[next].Folded is "every" or "cada" or "jeden" or "jeder"))
        {
            next = sentence.ItemAt(next)?.End ?? next + 1;
        }

        if (next == number.End || next >= sentence.Count || number.IsShare || NumberComposer.At(sentence, next) is not { IsShare: false } whole || whole.Value > LargestWhole || whole.Value <= number.Value || number.Value < 1)
        {
            return null;
        }

        var (low, high) = AmountRanges.OfPart(number.Value / whole.Value, looseness);
        return new Claim(ClaimKind.Amount, number.Start, whole.End) { HasUnit = true, Value = number.Value / whole.Value * Percents, Ranges = [new AmountRange(FactUnit.Percent, low, high)] };
    }

    private static Claim? Share(SentenceReading sentence, NumberPhrase number, MeaningKind? looseness)
    {
        if (!number.IsShare)
        {
            return null;
        }

        var next = number.End;
        while (next < sentence.Count && next < number.End + 2 && s_ones.Contains(sentence.Tokens[next].Folded) && sentence.Tokens[next].Kind == TokenKind.Word)
        {
            next++;
        }

        var isTime = sentence.ItemAt(next)?.As(MeaningKind.Unit) is { Value: "Hours" or "Days" or "Minutes" or "Weeks" or "Months" or "Years" };
        if (isTime && (next > number.End || !number.IsInWords || sentence.Wordings.HasEnglish is false))
        {
            var unit = sentence.ItemAt(next)?.As(MeaningKind.Unit)?.Value ?? "";
            var (least, most) = (number.Value * 0.9, number.Value * 1.1);
            return new Claim(ClaimKind.Amount, number.Start, sentence.ItemAt(next)?.End ?? next + 1) { HasUnit = true, Value = number.Value, Ranges = [.. AmountRanges.In(unit, least, most)] };
        }

        var (low, high) = AmountRanges.OfPart(number.Value, looseness);
        return new Claim(ClaimKind.Amount, number.Start, number.End) { HasUnit = true, Value = number.Value * Percents, Ranges = [new AmountRange(FactUnit.Percent, low, high)] };
    }

    private static Claim? Percent(SentenceReading sentence, NumberPhrase number, MeaningKind? looseness)
    {
        var isPercent = number.End < sentence.Count && (sentence.Tokens[number.End].Is("%") || sentence.Is(number.End, MeaningKind.Percent));
        var isPoints = sentence.ItemAt(number.End)?.As(MeaningKind.Points) is not null;
        if (!isPercent && !isPoints)
        {
            return null;
        }

        var end = sentence.ItemAt(number.End)?.End ?? number.End + 1;
        var sign = SignAt(sentence, number.Start, end);
        var ranges = ImmutableArray.CreateBuilder<AmountRange>();
        foreach (var reading in number.Readings)
        {
            var (low, high) = AmountRanges.Of(reading, looseness);
            if (looseness == MeaningKind.About)
            {
                (low, high) = (Math.Min(low, reading.Value - 1), Math.Max(high, reading.Value + 1));
            }

            if (isPoints)
            {
                ranges.Add(new AmountRange(FactUnit.Score, low, high));
                ranges.Add(new AmountRange(FactUnit.PercentagePoints, low, high));
                ranges.Add(new AmountRange(FactUnit.PercentagePoints, -high, -low));
            }
            else if (sign != 0)
            {
                ranges.AddRange(AmountRanges.AsChange(low, high, sign));
            }
            else
            {
                ranges.Add(new AmountRange(FactUnit.Percent, low, high));
            }
        }

        return new Claim(ClaimKind.Amount, number.Start, end) { HasUnit = true, Value = number.Value, Sign = sign, Ranges = ranges.ToImmutable() };
    }

    /// <summary>1 where the words beside say more than before, -1 less; 0 where the number is no change, as in "rose to 35 %".</summary>
    private static int SignAt(SentenceReading sentence, int start, int end)
    {
        for (var at = end; at < Math.Min(sentence.Count, end + SignWithin) && !sentence.Tokens[at].Is(","); at++)
        {
            if (sentence.ItemAt(at) is { } item && SignOf(item, true) is not 0 and var sign)
            {
                return sign;
            }

            if (sentence.Is(at, MeaningKind.Of) || sentence.MentionAt(at) is not null || sentence.Is(at, MeaningKind.And) || sentence.Tokens[at].Kind == TokenKind.Number)
            {
                break;
            }
        }

        for (var at = start - 1; at >= Math.Max(0, start - SignWithin); at--)
        {
            if (sentence.Tokens[at].Folded is "to" or "from" or "at" or "auf" or "von" or "a" or "de" or "naar" or "van" or "para" or "zu" || sentence.Tokens[at].Kind == TokenKind.Number || sentence.MentionAt(at) is { IsSoft: false })
            {
                break;
            }

            if (sentence.ItemAt(at) is { } item && SignOf(item, false) is not 0 and var sign)
            {
                return sign;
            }
        }

        return 0;
    }

    private static int SignOf(Item item, bool withWeak) =>
        item.Is(MeaningKind.Up) || (withWeak && (item.Is(MeaningKind.WeakUp) || (item.Is(MeaningKind.Over) && item.End - item.Start > 1))) ? 1
        : item.Is(MeaningKind.Down) || (withWeak && (item.Is(MeaningKind.WeakDown) || (item.Is(MeaningKind.Under) && item.End - item.Start > 1))) ? -1
        : 0;

    private static Claim Counted(SentenceReading sentence, NumberPhrase number, MeaningKind? looseness)
    {
        var after = UnitAfter(sentence, number.End);
        var (unit, end) = (after?.Unit ?? UnitAhead(sentence, number.Start), after?.End ?? number.End);
        var ranges = ImmutableArray.CreateBuilder<AmountRange>();
        foreach (var reading in number.Readings)
        {
            var (low, high) = number.IsVague ? (reading.Value, reading.Value * 10) : AmountRanges.Of(reading, looseness);
            ranges.AddRange(unit is null ? AmountRanges.Anything(low, high) : AmountRanges.In(unit, low, high));
        }

        return new Claim(ClaimKind.Amount, number.Start, end) { HasUnit = unit is not null, Value = number.Value, Ranges = ranges.ToImmutable(), PerDays = PerDays(sentence, end) };
    }

    private static double PerDays(SentenceReading sentence, int end)
    {
        for (var at = end; at < Math.Min(sentence.Count, end + 3); at++)
        {
            if (sentence.ItemAt(at)?.As(MeaningKind.Per) is { } per)
            {
                return per.Number;
            }

            if (sentence.Tokens[at].Kind == TokenKind.Mark)
            {
                break;
            }
        }

        return 0;
    }

    /// <summary>"214 plays", "41 brand-new artists", "12 of your plays": the unit with few words between.</summary>
    private static (string Unit, int End)? UnitAfter(SentenceReading sentence, int start)
    {
        for (var at = start; at < Math.Min(sentence.Count, start + UnitWithin); at++)
        {
            if (sentence.ItemAt(at)?.As(MeaningKind.Unit) is { } unit)
            {
                return (unit.Value, sentence.ItemAt(at)?.End ?? at + 1);
            }

            var isPassed = sentence.Tokens[at].Kind == TokenKind.Word
                && !sentence.Is(at, MeaningKind.And)
                && !sentence.Is(at, MeaningKind.Copula)
                && !sentence.Is(at, MeaningKind.Number)
                && sentence.MentionAt(at) is not { IsSoft: false }
                && (!sentence.Is(at, MeaningKind.For) || sentence.Is(at, MeaningKind.Of));
            if (!isPassed)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"plays: 214", "a score of 62".</summary>
    private static string? UnitAhead(SentenceReading sentence, int start)
    {
        for (var at = start - 1; at >= Math.Max(0, start - UnitBefore); at--)
        {
            if (sentence.ItemAt(at)?.As(MeaningKind.Unit) is { } unit)
            {
                return at == start - 1 && unit.Value != "Score" ? null : unit.Value is "Score" or "Plays" ? unit.Value : null;
            }

            if (sentence.Tokens[at].Kind == TokenKind.Number || sentence.Tokens[at].Folded is "," or ";" || sentence.MentionAt(at) is { IsSoft: false })
            {
                return null;
            }
        }

        return null;
    }
}
