using SpotifyDashboard.Narrative.Checking.Claims;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>Judges names and who made what.</summary>
internal static class NameJudge
{
    /// <summary>A name of the facts is borne by a fact that names it; rather one that bears more of the sentence, else the first.</summary>
    /// <param name="ground">The sentence.</param>
    /// <param name="claim">The name.</param>
    /// <param name="used">Facts that bear other claims of the sentence.</param>
    public static Verdict Name(SentenceGround ground, Claim claim, IReadOnlyCollection<string> used)
    {
        var facts = claim.Entities.SelectMany(ground.Evidence.Naming).Select(static fact => fact.Id).Distinct().ToList();
        var best = facts.Find(used.Contains) ?? facts.FirstOrDefault();
        return best is null ? Verdict.Wrong($"No fact names \"{ground.WordsOf(claim)}\".") : Verdict.Borne(best);
    }

    /// <summary>A track and its artist must stand in one fact.</summary>
    public static Verdict Credit(SentenceGround ground, Claim claim)
    {
        var entities = ground.Evidence.Entities;
        var works = claim.Entities.Where(entity => entities.All[entity].Kind is FactNameKind.Track or FactNameKind.Album).ToList();
        var artists = claim.Entities.Where(entity => entities.All[entity].Kind == FactNameKind.Artist).ToList();
        var both = ground.Evidence.Facts.Facts.FirstOrDefault(fact => works.Exists(entities.Of(fact).Contains) && artists.Exists(entities.Of(fact).Contains));
        if (both is not null || works.Count == 0 || artists.Count == 0)
        {
            return both is null ? Verdict.Borne() : Verdict.Borne(both.Id);
        }

        var fact = ground.Evidence.Naming(works[0]).FirstOrDefault();
        return Verdict.Wrong($"No fact says that {entities.All[works[0]].Words} is by {entities.All[artists[0]].Words}{(fact is null ? "" : $"; {fact.Id} says: {fact.Text}")}");
    }
}
