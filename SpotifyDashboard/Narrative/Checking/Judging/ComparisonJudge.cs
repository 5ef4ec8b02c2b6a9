using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Judges which of two names has more: "A had more plays than B", "B behind A".</summary>
internal static class ComparisonJudge
{
    private static readonly FactUnit[] s_measures = [FactUnit.Plays, FactUnit.Percent, FactUnit.Minutes];

    /// <summary>The verdict on two moods that are said to have followed one another; null where no fact speaks of both.</summary>
    public static Verdict? Order(SentenceGround ground, Claim claim)
    {
        var drift = ground.Evidence.Facts.Facts.FirstOrDefault(fact => fact.Topic == FactTopic.Drift && claim.Entities.All(ground.Evidence.Entities.Of(fact).Contains));
        if (drift is null)
        {
            return null;
        }

        var order = ground.Evidence.Entities.Of(drift);
        return order.IndexOf(claim.Entities[0]) < order.IndexOf(claim.Entities[1]) ? Verdict.Borne(drift.Id) : Verdict.Wrong($"It is the other way round: {drift.Id} says: {drift.Text}");
    }

    /// <summary>The verdict; null where the facts have no like figures of the two.</summary>
    public static Verdict? Judge(SentenceGround ground, Claim claim)
    {
        var entities = ground.Evidence.Entities.All;
        foreach (var measure in s_measures)
        {
            var first = Arithmetic.MainFigure(ground, claim.Entities[0], measure);
            var second = Arithmetic.MainFigure(ground, claim.Entities[1], measure);
            if (first is null || second is null || first.Value == second.Value)
            {
                continue;
            }

            return Math.Sign(first.Value - second.Value) == claim.Sign
                ? Verdict.Borne(first.Fact.Id, second.Fact.Id)
                : Verdict.Wrong($"It is the other way round: {first.Fact.Id} gives {entities[claim.Entities[0]].Words} {first.Value:#,0.#}, {second.Fact.Id} gives {entities[claim.Entities[1]].Words} {second.Value:#,0.#}.");
        }

        return null;
    }
}
