using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative;

/// <summary>What changed in the facts from one story to another.</summary>
/// <param name="Earlier">The one whose days come first; of equal days the one written first.</param>
/// <param name="Later">The other.</param>
/// <param name="Changes">Every fact of either: those of the later in its order, then those that went.</param>
public sealed record NarrativeComparison(NarrativeSnapshot Earlier, NarrativeSnapshot Later, ImmutableArray<FactChange> Changes)
{
    /// <summary>Compares two stories, in whichever order they are given.</summary>
    /// <remarks>
    /// A fact about a name is the same fact wherever it stands in its list: the artist who was third and is first now. Facts without a name,
    /// or of which one story leaves the name out, are the same by their id.
    /// </remarks>
    public static NarrativeComparison Of(NarrativeSnapshot one, NarrativeSnapshot other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (earlier, later) = (one.Days.To, one.Days.From, one.CreatedAt).CompareTo((other.Days.To, other.Days.From, other.CreatedAt)) <= 0 ? (one, other) : (other, one);
        List<NarrativeFact> left = [.. earlier.Facts];
        var before = new Dictionary<NarrativeFact, NarrativeFact>(ReferenceEqualityComparer.Instance);
        Match(later.Facts, left, before, static (old, now) => SubjectOf(old) is { } subject && subject == SubjectOf(now));
        Match(later.Facts, left, before, static (old, now) => old.Id == now.Id && (old.Names.IsEmpty || now.Names.IsEmpty));
        return new NarrativeComparison(
            earlier,
            later,
            [
                .. later.Facts.Select(fact => Change(before.GetValueOrDefault(fact), fact)),
                .. left.Select(static fact => new FactChange(FactChangeKind.Went, fact, After: null)),
            ]);
    }

    private static void Match(
        ImmutableArray<NarrativeFact> facts, List<NarrativeFact> left, Dictionary<NarrativeFact, NarrativeFact> before, Func<NarrativeFact, NarrativeFact, bool> isSame)
    {
        foreach (var fact in facts.Where(fact => !before.ContainsKey(fact)))
        {
            if (left.Find(old => isSame(old, fact)) is { } match)
            {
                before.Add(fact, match);
                left.Remove(match);
            }
        }
    }

    private static FactChange Change(NarrativeFact? before, NarrativeFact after) => new(
        before is null ? FactChangeKind.Came : before.Text == after.Text && before.Figures.SequenceEqual(after.Figures) ? FactChangeKind.Same : FactChangeKind.Changed,
        before,
        after);

    /// <summary>What a fact is about: the list it stands in (its id without the place) and the first name in it.</summary>
    private static (string List, FactName Name)? SubjectOf(NarrativeFact fact) =>
        fact.Names is [var name, ..] ? (fact.Id.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), name) : null;
}
