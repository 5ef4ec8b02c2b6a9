using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>A sentence with slots that facts fill: "You heard {artists} {in-period}."</summary>
internal sealed class PhraseSentence
{
    /// <summary>Literal text and slots in turn: text, slot, text, …, text.</summary>
    private readonly ImmutableArray<string> _parts;

    private PhraseSentence(ImmutableArray<string> parts)
    {
        _parts = parts;
        Slots = [.. parts.Where((_, index) => index % 2 == 1).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What must be known to say it.</summary>
    public ImmutableArray<string> Slots { get; }

    /// <summary>Reads a sentence; slots stand in braces.</summary>
    /// <exception cref="FormatException">A brace is left open.</exception>
    public static PhraseSentence Of(string pattern)
    {
        var parts = pattern.Split('{', '}');
        return parts.Length % 2 == 1 ? new PhraseSentence([.. parts]) : throw new FormatException($"A brace is left open: {pattern}");
    }

    /// <summary>The sentence in words, with the facts that stand in it.</summary>
    public NarrativeCitation Say(FrozenDictionary<string, StoryWord> words)
    {
        var text = new StringBuilder();
        for (var index = 0; index < _parts.Length; index++)
        {
            text.Append(index % 2 == 0 ? _parts[index] : words[_parts[index]].Text);
        }

        // A name keeps its letters, even at the start: "iLya" is not "ILya".
        if (text.Length > 0 && !(_parts[0].Length == 0 && words[_parts[1]].IsName))
        {
            text[0] = char.ToUpperInvariant(text[0]);
        }

        return new NarrativeCitation(text.ToString(), [.. Slots.SelectMany(slot => words[slot].Facts).Distinct(StringComparer.Ordinal)]);
    }
}
