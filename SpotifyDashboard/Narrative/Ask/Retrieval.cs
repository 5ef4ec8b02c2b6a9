using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Retrieves what answers a question: facts about what it names and the hours it keeps to, and those of a story about its days that touch what is asked.</summary>
internal static class Retrieval
{
    /// <summary>As many as one reads, and as a model is told.</summary>
    private const int MostFacts = 24;

    private const int PlacesOfOverview = 3;

    /// <summary>The facts that answer <paramref name="understood"/>, most to the point first.</summary>
    /// <param name="understood">The question.</param>
    /// <param name="view">The plays of its days.</param>
    /// <param name="story">What a story about these days may say.</param>
    public static NarrativeFacts Answer(UnderstoodQuestion understood, ListeningView view, NarrativeFacts story)
    {
        ArgumentNullException.ThrowIfNull(understood);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(story);
        var own = new AskedFacts(view, understood).All().ToList();
        var told = story.Facts.Where(fact => IsWanted(fact, understood));

        // The days are always kept, and told last: they are what was asked, not the answer.
        var days = story.Facts.Where(fact => fact.Topic == FactTopic.Period).Select(fact => fact with { Text = fact.Text.Replace("The story covers", "The answer covers", StringComparison.Ordinal) }).ToList();
        var facts = Shortened([.. days, .. own, .. told]);
        return story with { Facts = [.. facts.Skip(days.Count), .. facts.Take(days.Count)] };
    }

    private static bool IsWanted(NarrativeFact fact, UnderstoodQuestion understood)
    {
        if (fact.Topic == FactTopic.Period)
        {
            return false;
        }

        // What keeps to some hours is answered by plays of these hours alone; the story's facts are about all.
        if (!understood.Hours.IsAll)
        {
            return false;
        }

        var topics = understood.Asked.SelectMany(TopicsOf).ToHashSet();
        if (topics.Count > 0)
        {
            return understood.Names.IsEmpty && (topics.Contains(fact.Topic) || fact.Id == "plays");
        }

        return understood.Names.IsEmpty && IsOverview(fact);
    }

    private static bool IsOverview(NarrativeFact fact) => fact.Topic switch
    {
        FactTopic.Totals => fact.Id is "plays" or "minutes",
        FactTopic.Artists or FactTopic.Tracks or FactTopic.Genres or FactTopic.Moods => StoryPlace(fact.Id) is <= PlacesOfOverview,
        FactTopic.Drift => true,
        FactTopic.Change => fact.Id == "plays-change",
        FactTopic.Discovery => fact.Id == "new-artist-1",
        _ => false,
    };

    private static int? StoryPlace(string id) => char.IsAsciiDigit(id[^1]) ? id[^1] - '0' : null;

    private static FactTopic[] TopicsOf(AskedFor asked) => asked switch
    {
        AskedFor.Artists => [FactTopic.Artists],
        AskedFor.Tracks => [FactTopic.Tracks],
        AskedFor.Albums => [FactTopic.Period],
        AskedFor.Genres => [FactTopic.Genres],
        AskedFor.Amount => [FactTopic.Totals, FactTopic.Change],
        AskedFor.First => [FactTopic.Discovery],
        AskedFor.When => [FactTopic.Rhythm],
        AskedFor.Moods => [FactTopic.Moods, FactTopic.Drift],
        AskedFor.Sessions => [FactTopic.Sessions],
        AskedFor.Streaks => [FactTopic.Streaks],
        _ => [FactTopic.Period],
    };

    private static ImmutableArray<NarrativeFact> Shortened(IEnumerable<NarrativeFact> facts)
    {
        var left = FactBudget.MostCharacters;
        var chosen = ImmutableArray.CreateBuilder<NarrativeFact>();
        foreach (var fact in facts.DistinctBy(fact => fact.Id).Take(MostFacts))
        {
            left -= FactBudget.LengthOf(FactsJson.Of([fact]));
            if (left >= 0)
            {
                chosen.Add(fact);
            }
        }

        return chosen.ToImmutable();
    }
}
