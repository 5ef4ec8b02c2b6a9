using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Puts numbers together from digits, number words and scales: "1.5 million", "two hundred and four", "2½".</summary>
internal static class NumberComposer
{
    private const int Hundred = 100;
    private const int Tens = 10;
    private const int Vigesimal = 80;

    private static readonly string[] s_joints = ["and", "und", "et", "y", "e", "en"];
    private static readonly string[] s_ones = ["a", "an", "ein", "eine", "einem", "einen", "un", "une", "uno", "una", "um", "uma", "een"];

    /// <summary>The number that starts at a token; null where none does.</summary>
    public static NumberPhrase? At(SentenceReading sentence, int at)
    {
        if (sentence.MentionAt(at) is { IsSoft: false })
        {
            return null;
        }

        var plain = sentence.Tokens[at].Kind == TokenKind.Number ? Digits(sentence, at) : Fraction(sentence, at) ?? Vague(sentence, at) ?? Words(sentence, at);
        return plain is { IsShare: false, IsVague: false } ? AndAHalf(sentence, plain) : plain;
    }

    /// <summary>"two and a half hours": the half goes with the number where a unit follows.</summary>
    private static NumberPhrase AndAHalf(SentenceReading sentence, NumberPhrase number)
    {
        if (number.End + 1 < sentence.Count
            && s_joints.Contains(sentence.Tokens[number.End].Folded)
            && sentence.ItemAt(number.End + 1) is { } item
            && item.As(MeaningKind.Fraction) is { } fraction
            && sentence.Is(item.End, MeaningKind.Unit))
        {
            return number with { End = item.End, Readings = [new NumberReading(number.Value + fraction.Number, 0.5)] };
        }

        return number;
    }

    private static NumberPhrase Digits(SentenceReading sentence, int at)
    {
        var token = sentence.Tokens[at];
        var (readings, end) = (token.Numbers, at + 1);
        if (end < sentence.Count && sentence.Tokens[end] is { Kind: TokenKind.Number } fraction && fraction.Numbers[0] is { Step: 0 } part && readings[0].Step == 1 && fraction.Start - token.End <= 1)
        {
            return new NumberPhrase(at, end + 1, [new NumberReading(readings[0].Value + part.Value, part.Value)]);
        }

        while (sentence.ItemAt(end)?.As(MeaningKind.Scale) is { } scale && (sentence.ItemAt(end)?.As(MeaningKind.Unit) is null || scale.Number >= 1000))
        {
            readings = [.. readings.Select(reading => new NumberReading(reading.Value * scale.Number, reading.Step * scale.Number))];
            end = sentence.ItemAt(end)?.End ?? end + 1;
        }

        return new NumberPhrase(at, end, readings) { IsShare = readings[0].Step == 0 };
    }

    private static NumberPhrase? Fraction(SentenceReading sentence, int at) => sentence.ItemAt(at) is { } item && item.As(MeaningKind.Fraction) is { } fraction
        ? new NumberPhrase(at, item.End, [new NumberReading(fraction.Number, 0)]) { IsShare = true, IsInWords = true }
        : null;

    private static NumberPhrase? Vague(SentenceReading sentence, int at) => sentence.ItemAt(at) is { } item && item.As(MeaningKind.Vague) is { } vague
        ? new NumberPhrase(at, item.End, [new NumberReading(vague.Number, 0)]) { IsVague = true, IsInWords = true }
        : null;

    private static NumberPhrase? Words(SentenceReading sentence, int at)
    {
        var (total, current, end, least) = (0.0, 0.0, at, double.MaxValue);
        var next = at;
        if (s_ones.Contains(sentence.Tokens[at].Folded) && sentence.Is(at + 1, MeaningKind.Scale) && !sentence.Is(at + 1, MeaningKind.Unit))
        {
            next = at + 1;
        }

        while (next < sentence.Count)
        {
            if (sentence.MentionAt(next) is { IsSoft: false })
            {
                break;
            }

            var item = sentence.ItemAt(next);
            if (item?.As(MeaningKind.Scale) is { } scale && (next > at || scale.Number >= Hundred))
            {
                (total, current) = scale.Number == Hundred ? (total, Math.Max(1, current) * Hundred) : (total + (Math.Max(1, current) * scale.Number), 0);
                least = scale.Number;
            }
            else if (item?.As(MeaningKind.Number) is { } number && Fits(number.Number, current, least))
            {
                current = number.Number == 20 && current == 4 && least == 4 ? Vigesimal : current + number.Number;
                least = number.Number == 20 && current == Vigesimal ? 20 : number.Number;
            }
            else if (end > at && next == end && s_joints.Contains(sentence.Tokens[next].Folded) && CanJoin(sentence, next, least))
            {
                next++;
                continue;
            }
            else
            {
                break;
            }

            next = item.End;
            end = next;
        }

        if (end == at)
        {
            return null;
        }

        return new NumberPhrase(at, end, [new NumberReading(total + current, 1)]) { IsInWords = true };
    }

    /// <summary>A smaller number may follow a rounder one: seventy + three, hundred + twenty; in French also sixty + twelve and four + twenty.</summary>
    private static bool Fits(double number, double current, double least)
    {
        if (least == double.MaxValue)
        {
            return true;
        }

        if (number == 20 && current == 4 && least == 4)
        {
            return true;
        }

        return least >= Hundred
            ? number < Hundred
            : least >= 20 && (number < Tens || (number < 20 && least is 60 or 20 && current % Hundred is 60 or Vigesimal));
    }

    /// <summary>"two hundred and four", "treinta y dos": what follows the joint must be smaller and fit.</summary>
    private static bool CanJoin(SentenceReading sentence, int joint, double least)
    {
        var language = sentence.Tokens[joint].Folded;
        return sentence.ItemAt(joint + 1)?.As(MeaningKind.Number) is { Number: > 0 } next
            && (least >= Hundred ? next.Number < Hundred : language != "and" && least >= 20 && least % Tens == 0 && next.Number < 12);
    }
}
