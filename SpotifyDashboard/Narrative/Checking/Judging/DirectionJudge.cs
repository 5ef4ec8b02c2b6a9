using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Judges more and less than before, where no number stands with it.</summary>
internal static class DirectionJudge
{
    /// <summary>The verdict on a direction; null where the words turn out to say none.</summary>
    public static Verdict? Judge(SentenceGround ground, Claim claim)
    {
        var changes = ground.Evidence.Figures.Where(static figure => figure.Unit is FactUnit.PercentChange or FactUnit.PercentagePoints).ToList();
        var named = changes.Where(figure => figure.Owners.Any(ground.Named.Contains)).ToList();
        if (!ground.Named.IsEmpty)
        {
            return named.Count > 0 ? Among(ground, claim, named) : FromTo(ground, claim) ?? Ranks(ground, claim) ?? (Standing(ground) ? null : Verdict.Wrong($"No fact says that {ground.Evidence.Entities.All[ground.Named[0]].Words} changed."));
        }

        var whole = changes.Where(static figure => figure.Owners.IsEmpty).ToList();
        var units = ground.Sentence.ItemsOf(MeaningKind.Unit).SelectMany(static item => item.Meanings).Where(static meaning => meaning.Kind == MeaningKind.Unit).Select(static meaning => meaning.Value == "Hours" ? "Minutes" : meaning.Value).ToHashSet(StringComparer.Ordinal);
        var ofUnit = whole.Where(figure => figure.Metrics.Any(metric => units.Contains(metric.ToString()))).ToList();
        return Among(ground, claim, ofUnit.Count > 0 ? ofUnit : whole);
    }

    private static Verdict Among(SentenceGround ground, Claim claim, List<Figure> changes)
    {
        var right = changes.Find(figure => Math.Sign(figure.Value) == claim.Sign);
        return right is not null ? Verdict.Borne(right.Fact.Id)
            : changes.Count == 0 ? Verdict.Wrong($"No fact speaks of a change, so \"{ground.WordsOf(claim)}\" has nothing to stand on.")
            : Verdict.Wrong($"\"{ground.WordsOf(claim)}\" is the wrong way: {changes[0].Fact.Id} says {changes[0].Fact.Text}");
    }

    /// <summary>"Calm rose from 20 % to 35 %": the two numbers tell the way; they are judged by themselves.</summary>
    private static Verdict? FromTo(SentenceGround ground, Claim claim)
    {
        var amounts = ground.Claims.Where(static one => one is { Kind: ClaimKind.Amount, Sign: 0, HasUnit: true }).ToList();
        return amounts is [var first, var second, ..] && first.Ranges[0].Unit == second.Ranges[0].Unit && first.Value != second.Value && ground.Named.Length == 1
            ? Math.Sign(second.Value - first.Value) == claim.Sign ? Verdict.Borne() : Verdict.Wrong($"From {first.Value:0.##} to {second.Value:0.##} is not \"{ground.WordsOf(claim)}\".")
            : null;
    }

    /// <summary>"A rose to the top": a place before and a place now.</summary>
    private static Verdict? Ranks(SentenceGround ground, Claim claim)
    {
        foreach (var owner in ground.Named)
        {
            var entity = ground.Evidence.Entities.All[owner];
            if (entity.Rank is { } rank && ground.Evidence.FiguresOf(owner).FirstOrDefault(static figure => figure is { Unit: FactUnit.Rank, Fact.Topic: FactTopic.Change }) is { } before)
            {
                return Math.Sign(before.Value - rank) == claim.Sign ? Verdict.Borne(before.Fact.Id) : Verdict.Wrong($"{before.Fact.Id} says {before.Fact.Text}");
            }
        }

        // Moods that come and go are told by the facts about the drift.
        return ground.Evidence.Facts.Facts.FirstOrDefault(fact => fact.Topic == FactTopic.Drift && ground.Evidence.Entities.Of(fact).Any(ground.Named.Contains)) is { } drift ? Verdict.Borne(drift.Id) : null;
    }

    /// <summary>A comparison of two names, judged by their numbers: "A has more plays than B".</summary>
    private static bool Standing(SentenceGround ground) => ground.Named.Length > 1;
}
