using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Judges multiples: "twice as many plays as B", "doubled", "three times the plays".</summary>
internal static class MultipleJudge
{
    private const double Percents = 100;

    /// <summary>The verdict on a multiple.</summary>
    public static Verdict Judge(SentenceGround ground, Claim claim)
    {
        if (ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.Times && claim.Ranges[0].Holds(figure.Value)) is { } said)
        {
            return Verdict.Borne(said.Fact.Id);
        }

        var named = ground.Named;
        if (named.Length >= 2)
        {
            var (subject, other) = (named[0], named[^1]);
            foreach (var first in ground.Evidence.FiguresOf(subject).Where(static figure => figure.Unit is FactUnit.Plays or FactUnit.Minutes or FactUnit.Percent && figure.Fact.Topic is not (FactTopic.Change or FactTopic.Drift)))
            {
                var second = ground.Evidence.FiguresOf(other).FirstOrDefault(figure => figure.Unit == first.Unit && figure.Fact.Topic == first.Fact.Topic);
                if (second is { Value: > 0 } && claim.Ranges[0].Holds(first.Value / second.Value))
                {
                    return Verdict.Borne(first.Fact.Id, second.Fact.Id);
                }
            }

            return Verdict.Wrong($"\"{ground.WordsOf(claim)}\" does not follow from what the facts say of {ground.Evidence.Entities.All[subject].Words} and {ground.Evidence.Entities.All[other].Words}.");
        }

        var change = ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.PercentChange && claim.Ranges[0].Holds(1 + (figure.Value / Percents)));
        return change is not null && (named.IsEmpty || change.Owners.Any(named.Contains))
            ? Verdict.Borne(change.Fact.Id)
            : CountOf(ground, claim) ?? Verdict.Wrong($"No fact bears \"{ground.WordsOf(claim)}\".");
    }

    /// <summary>"You played it twice".</summary>
    private static Verdict? CountOf(SentenceGround ground, Claim claim) =>
        ground.Evidence.Figures.FirstOrDefault(figure => figure.Unit == FactUnit.Plays && figure.Value == claim.Value && figure.Owners.Any(ground.Named.Contains)) is { } plays && !ground.Sentence.ItemsOf(MeaningKind.Than).Any()
            ? Verdict.Borne(plays.Fact.Id)
            : null;
}
