using System.Collections.Frozen;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>Facts as the template reads them: figures to decide by, and words that fill the slots of phrases.</summary>
internal sealed class StoryMaterial
{
    private readonly FrozenDictionary<string, NarrativeFact> _facts;

    /// <param name="facts">The facts.</param>
    /// <param name="forms">How the language says them.</param>
    public StoryMaterial(NarrativeFacts facts, StoryForms forms)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(forms);
        _facts = facts.Facts.ToFrozenDictionary(fact => fact.Id, StringComparer.Ordinal);
        var words = new StoryWords(forms);
        words.Add(facts);
        if (Leads("artist", FactUnit.Plays))
        {
            words.Repeat("artist1", "leader");
        }

        Words = words.ToFrozen();
    }

    /// <summary>What fills each slot; a slot that nothing is known for is missing.</summary>
    public FrozenDictionary<string, StoryWord> Words { get; }

    /// <summary>The first figure of a fact in a unit; null where there is none.</summary>
    public double? Figure(string id, FactUnit unit) => _facts.TryGetValue(id, out var fact) ? FigureOf(fact, unit) : null;

    /// <summary>Whether the first of a list, as far as it is known, has more than the second.</summary>
    /// <param name="list">For example <c>artist</c>.</param>
    /// <param name="unit">What they are compared by.</param>
    public bool Leads(string list, FactUnit unit) => Figure(list + "-1", unit) is { } first && !(Figure(list + "-2", unit) >= first);

    /// <summary>Whether no other fact is about something of the same name: two songs called "Home" can't be told apart by it.</summary>
    public bool IsUnmistakable(string id) =>
        !(_facts.TryGetValue(id, out var fact) && fact.Names is [var name, ..]) || _facts.Values.Count(other => other.Topic == fact.Topic && other.Names.Contains(name)) == 1;

    /// <summary>The first figure of <paramref name="fact"/> in a unit; null where there is none.</summary>
    public static double? FigureOf(NarrativeFact fact, FactUnit unit) => fact.Figures.FirstOrDefault(figure => figure.Unit == unit)?.Value;
}
