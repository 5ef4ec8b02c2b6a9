using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Tells a plan by the phrases of a book.</summary>
/// <param name="book">Phrases of a language and tone.</param>
/// <param name="material">The facts in words of that language.</param>
/// <param name="dice">Chooses among phrases that fit.</param>
internal sealed class StoryTeller(PhraseBook book, StoryMaterial material, PhraseDice dice)
{
    private const int MostSentences = 7;

    private readonly StoryPlan _plan = new(material);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Tells the story.</summary>
    public NarrativeText Tell()
    {
        var title = Say([.. Shuffled(_plan.Title), "title.plain"]) ?? [];
        var description = Description();

        // What was told already teases less.
        var roast = Say([.. Shuffled(RoastRules.Of(material)).OrderBy(section => _told.Contains(RoastRules.TopicOf(section))), "roast.plain"]) ?? [];
        return new NarrativeText(Joined(title), Joined(description), Joined(roast), [.. title, .. description, .. roast]);
    }

    private ImmutableArray<NarrativeCitation> Description()
    {
        var said = new Dictionary<string, ImmutableArray<NarrativeCitation>>(StringComparer.Ordinal);
        Add("opening", _plan.Opening);
        foreach (var (topic, sections) in _plan.Core)
        {
            Add(topic, sections);
        }

        foreach (var (topic, sections) in _plan.Further.OrderBy(further => dice.Throw("room for " + further.Topic, int.MaxValue)))
        {
            if (said.Values.Sum(sentences => sentences.Length) < MostSentences)
            {
                Add(topic, sections);
            }
        }

        return [.. StoryPlan.Order.Where(said.ContainsKey).SelectMany(topic => said[topic])];

        void Add(string topic, ImmutableArray<string> sections)
        {
            if (Say(sections) is { } sentences)
            {
                said[topic] = sentences;
                _told.Add(topic);
            }
        }
    }

    private IEnumerable<string> Shuffled(IEnumerable<string> sections) => sections.OrderBy(section => dice.Throw("turn of " + section, int.MaxValue));

    /// <summary>A phrase of the first section that has one of which all is known; null where none has.</summary>
    private ImmutableArray<NarrativeCitation>? Say(ImmutableArray<string> sections)
    {
        foreach (var section in sections)
        {
            var sayable = book[section].Where(phrase => phrase.CanSay(material.Words)).ToList();
            if (sayable.Count > 0)
            {
                return [.. sayable[dice.Throw(section, sayable.Count)].Sentences.Select(sentence => sentence.Say(material.Words))];
            }
        }

        return null;
    }

    private static string Joined(ImmutableArray<NarrativeCitation> sentences) => string.Join(' ', sentences.Select(sentence => sentence.Sentence));
}
