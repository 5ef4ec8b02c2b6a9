using SpotifyDashboard.Narrative.Checking.Reading;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>Makes one duration of its parts: "20 hours and 4 minutes".</summary>
internal static class Durations
{
    /// <summary>The claims with the parts of durations merged.</summary>
    public static List<Claim> Merge(SentenceReading sentence, List<Claim> claims)
    {
        var merged = new List<Claim>();
        foreach (var claim in claims)
        {
            if (merged.Count > 0 && MinutesOf(merged[^1]) is { } longer && MinutesOf(claim) is { } shorter && IsJoined(sentence, merged[^1], claim) && UnitOf(merged[^1]) > UnitOf(claim))
            {
                merged[^1] = merged[^1] with
                {
                    End = claim.End,
                    Ranges =
                    [
                        new AmountRange(FactUnit.Minutes, Middle(longer) + shorter.Low, Middle(longer) + shorter.High),
                        new AmountRange(FactUnit.Hours, (Middle(longer) + shorter.Low) / 60, (Middle(longer) + shorter.High) / 60),
                    ],
                };
            }
            else
            {
                merged.Add(claim);
            }
        }

        return merged;
    }

    private static double Middle(AmountRange range) => (range.Low + range.High) / 2;

    private static AmountRange? MinutesOf(Claim claim) => claim is { Kind: ClaimKind.Amount, HasUnit: true } && claim.Ranges.Any(static range => range.Unit == FactUnit.Hours)
        ? claim.Ranges.First(static range => range.Unit == FactUnit.Minutes)
        : null;

    /// <summary>The length of the unit in minutes, from the range that it spans.</summary>
    private static double UnitOf(Claim claim) => claim.Value == 0 ? 0 : Middle(claim.Ranges.First(static range => range.Unit == FactUnit.Minutes)) / claim.Value;

    private static bool IsJoined(SentenceReading sentence, Claim first, Claim second) =>
        second.Start - first.End <= 2 && Enumerable.Range(first.End, second.Start - first.End).All(at => sentence.Tokens[at].Is(",") || sentence.Is(at, MeaningKind.And));
}
