using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>What is said of one thing: mostly a sentence, sometimes two, which are said together or not at all.</summary>
/// <param name="Pattern">The phrase as it was written down.</param>
/// <param name="Sentences">Its sentences.</param>
internal sealed record Phrase(string Pattern, ImmutableArray<PhraseSentence> Sentences)
{
    private const string Between = " | ";

    /// <summary>What must be known to say it.</summary>
    public IEnumerable<string> Slots => Sentences.SelectMany(sentence => sentence.Slots);

    /// <summary>Reads a phrase; an upright stroke between blanks parts two sentences.</summary>
    /// <exception cref="FormatException">A brace is left open.</exception>
    public static Phrase Of(string pattern) => new(pattern, [.. pattern.Split(Between).Select(PhraseSentence.Of)]);

    /// <summary>Whether everything it says is known.</summary>
    public bool CanSay(FrozenDictionary<string, StoryWord> words) => Slots.All(words.ContainsKey);
}
