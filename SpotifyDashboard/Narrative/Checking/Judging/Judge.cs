using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Claims;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Judges all claims of a sentence.</summary>
internal static class Judge
{
    /// <summary>The claims that turned out to be some, each with its verdict.</summary>
    public static List<(Claim Claim, Verdict Verdict)> All(SentenceGround ground)
    {
        var verdicts = new List<(Claim Claim, Verdict Verdict)>();
        foreach (var claim in ground.Claims.Where(static claim => claim.Kind != ClaimKind.Name))
        {
            if (Of(ground, claim) is { } verdict)
            {
                verdicts.Add((claim, verdict));
            }
        }

        ImmutableHashSet<string> used = [.. verdicts.SelectMany(static pair => pair.Verdict.Facts)];
        foreach (var claim in ground.Claims.Where(static claim => claim.Kind == ClaimKind.Name))
        {
            verdicts.Add((claim, NameJudge.Name(ground, claim, used)));
        }

        return verdicts;
    }

    private static Verdict? Of(SentenceGround ground, Claim claim) => claim.Kind switch
    {
        ClaimKind.Amount => AmountJudge.Judge(ground, claim),
        ClaimKind.Multiple => MultipleJudge.Judge(ground, claim),
        ClaimKind.Rank => RankJudge.Judge(ground, claim),
        ClaimKind.Direction => DirectionJudge.Judge(ground, claim),
        ClaimKind.Comparison => ComparisonJudge.Judge(ground, claim),
        ClaimKind.Order => ComparisonJudge.Order(ground, claim),
        ClaimKind.Listed => RankJudge.Listed(ground, claim),
        ClaimKind.Credit => NameJudge.Credit(ground, claim),
        ClaimKind.Stranger => Verdict.Wrong($"No fact names \"{ground.WordsOf(claim)}\"."),
        _ => DayJudge.Judge(ground, claim),
    };
}
