using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace SpotifyDashboard.Narrative.Writing.Templates;

/// <summary>The phrases of one language and tone, in sections such as <c>opening.more</c>: one line each, several to a section, so that weeks read differently.</summary>
/// <remarks>They stand in <c>Phrases/language-tone.txt</c>: <c>[section]</c>, then a phrase a line; <c>#</c> begins a remark.</remarks>
internal sealed class PhraseBook
{
    private readonly FrozenDictionary<string, ImmutableArray<Phrase>> _sections;
    private readonly PhraseBook? _milder;

    private PhraseBook(FrozenDictionary<string, ImmutableArray<Phrase>> sections, PhraseBook? milder) => (_sections, _milder) = (sections, milder);

    /// <summary>The sections by name.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<Phrase>> Sections => _sections;

    /// <summary>The phrases of <paramref name="section"/>, those of the next milder tone where this book has none; empty where nobody has.</summary>
    public ImmutableArray<Phrase> this[string section] => _sections.TryGetValue(section, out var phrases) ? phrases : _milder?[section] ?? [];

    /// <summary>Reads the book of a language and tone that came with the program.</summary>
    /// <param name="language">Two letters, for example <c>de</c>.</param>
    /// <param name="tone">The tone.</param>
    /// <exception cref="InvalidOperationException">The program brought no such book.</exception>
    public static PhraseBook Of(string language, NarrativeTone tone)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Phrases.{language}-{tone.ToString().ToLowerInvariant()}.txt");
        using var stream = typeof(PhraseBook).Assembly.GetManifestResourceStream(typeof(PhraseBook), name)
            ?? throw new InvalidOperationException($"The program has no phrases called {name}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), tone == NarrativeTone.Professional ? null : Of(language, tone - 1));
    }

    /// <summary>Reads a book.</summary>
    /// <exception cref="FormatException">A phrase stands before the first section, or has a brace left open.</exception>
    /// <param name="text">The book.</param>
    /// <param name="milder">Says what this one has no phrases for; null for none.</param>
    public static PhraseBook Parse(string text, PhraseBook? milder = null)
    {
        var sections = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        List<Phrase>? section = null;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            if (line[0] == '[')
            {
                sections.Add(line.Trim('[', ']'), section = []);
            }
            else
            {
                (section ?? throw new FormatException($"A phrase stands before the first section: {line}")).Add(Phrase.Of(line));
            }
        }

        return new PhraseBook(sections.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToImmutableArray(), StringComparer.Ordinal), milder);
    }
}
