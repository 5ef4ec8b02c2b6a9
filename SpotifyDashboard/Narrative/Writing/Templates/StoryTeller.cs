using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Chooses what of the facts is told, in which order, and by which of the phrases.</summary>
/// <param name="book">Phrases of a language and tone.</param>
/// <param name="material">The facts in words of that language.</param>
/// <param name="dice">Chooses among phrases that fit.</param>
internal sealed class StoryTeller(PhraseBook book, StoryMaterial material, PhraseDice dice)
{
    private const int MostSentences = 7;

    /// <summary>Percent below which a change is none worth a word.</summary>
    private const double SmallChange = 3;

    /// <summary>Percent from which on a change may stand in the title.</summary>
    private const double LargeChange = 20;

    /// <summary>Always told, where known, in this order; each lists its sections, the first that can be said wins.</summary>
    private static readonly ImmutableArray<string>[] s_core =
    [
        ["artist.risen", "artist", "artist.lone"],
        ["genre", "genre.two", "genre.lone"],
        ["mood", "mood.lone"],
    ];

    /// <summary>Told as far as there is room, the dice choosing which.</summary>
    private static readonly ImmutableArray<string>[] s_further =
    [
        ["track", "track.unnamed"],
        ["drift"],
        ["rhythm", "rhythm.day"],
        ["session", "session.count"],
        ["discovery", "discovery.tracks"],
        ["streak"],
        ["taste", "taste.variety"],
    ];

    /// <summary>The order in which what was chosen is told.</summary>
    private static readonly string[] s_order = ["opening", "artist", "track", "genre", "mood", "drift", "rhythm", "session", "discovery", "streak", "taste"];

    /// <summary>Tells the story.</summary>
    public NarrativeText Tell()
    {
        var title = Say(TitleSections()) ?? [];
        var description = Description();
        var roast = Say(RoastSections()) ?? [];
        return new NarrativeText(Joined(title), Joined(description), Joined(roast), [.. title, .. description, .. roast]);
    }

    private ImmutableArray<NarrativeCitation> Description()
    {
        var told = new Dictionary<string, ImmutableArray<NarrativeCitation>>(StringComparer.Ordinal);
        Add([.. OpeningSections()]);
        foreach (var sections in s_core)
        {
            Add(sections);
        }

        foreach (var sections in s_further.OrderBy(sections => dice.Throw("order of " + sections[0], int.MaxValue)))
        {
            if (told.Values.Sum(said => said.Length) < MostSentences)
            {
                Add(sections);
            }
        }

        return [.. s_order.Where(told.ContainsKey).SelectMany(topic => told[topic])];

        void Add(ImmutableArray<string> sections)
        {
            if (Say(sections) is { } said)
            {
                told[sections[^1].Split('.')[0]] = said;
            }
        }
    }

    private IEnumerable<string> OpeningSections() => material.Figure("plays", FactUnit.Plays) is 1
        ? ["opening.one", "opening"]
        : material.Figure("plays-change", FactUnit.PercentChange) switch
        {
            null => ["opening.first", "opening"],
            > SmallChange => ["opening.more", "opening"],
            < -SmallChange => ["opening.less", "opening"],
            _ => ["opening.same", "opening"],
        };

    private ImmutableArray<string> TitleSections()
    {
        List<string> sections = ["title"];
        if (material.Figure("plays-change", FactUnit.PercentChange) is { } change && Math.Abs(change) >= LargeChange)
        {
            sections.Add(change > 0 ? "title.more" : "title.less");
        }

        return Shuffled(sections, "title", "title.plain");
    }

    private ImmutableArray<string> RoastSections() => Shuffled([.. RoastRules.Of(material)], "roast.rule", "roast.plain");

    /// <summary>Sections in the order the dice choose, and one that can always be said behind them.</summary>
    private ImmutableArray<string> Shuffled(IReadOnlyList<string> sections, string what, string last) =>
        [.. sections.OrderBy(section => dice.Throw(what + section, int.MaxValue)), last];

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
