using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Evidence;
using SpotifyDashboard.Narrative.Checking.Wording;
using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>Finds the names of the facts in a sentence: longest first, whatever case and diacritics, also as possessive and genitive.</summary>
internal sealed class NameFinder
{
    private static readonly string[] s_articles = ["the", "die", "der", "das", "les", "le", "la", "los", "las", "el", "os", "as", "gli", "il", "de", "het"];

    private readonly Dictionary<string, List<Alias>> _byFirst = new(StringComparer.Ordinal);
    private readonly List<(string Mark, int Entity)> _marks = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Learns the names.</summary>
    public NameFinder(IReadOnlyList<Entity> entities)
    {
        foreach (var entity in entities.Where(static entity => entity.Name is not null))
        {
            Learn(entity, entity.Name ?? "");
        }

        LearnShortMoods(entities);
        foreach (var aliases in _byFirst.Values)
        {
            aliases.Sort(static (one, other) => other.Words.Length.CompareTo(one.Words.Length));
        }
    }

    /// <summary>Whether a word stands in any name of the facts.</summary>
    public bool Knows(string folded) => _words.Contains(folded);

    /// <summary>The mentions of a sentence in order, none overlapping.</summary>
    public List<Mention> Find(string text, IReadOnlyList<Token> tokens)
    {
        var mentions = new List<Mention>();
        for (var at = 0; at < tokens.Count;)
        {
            var mention = At(text, tokens, at);
            if (mention is not null)
            {
                mentions.Add(mention);
            }

            at = mention?.End ?? at + 1;
        }

        return mentions;
    }

    private void Learn(Entity entity, string name)
    {
        var words = WordsOf(name);
        if (words.Length == 0)
        {
            _marks.Add((name.Trim(), entity.Number));
            return;
        }

        _words.UnionWith(words);
        Add(words, entity, name, false);
        if (entity.Kind == FactNameKind.Mood)
        {
            // "energetic and sombre" says the mood "Energetic · sombre" as well.
            foreach (var joint in (string[])["and", "und", "et", "y", "e", "en", "but", "or"])
            {
                var parts = name.Split('·', StringSplitOptions.TrimEntries);
                if (parts.Length > 1)
                {
                    Add([.. WordsOf(string.Join($" {joint} ", parts))], entity, name, false);
                }
            }

            return;
        }

        var cut = name.IndexOfAny(['(', '[']) is > 0 and var bracket ? bracket : name.IndexOf(" - ", StringComparison.Ordinal);
        if (cut > 0 && WordsOf(name[..cut]) is { Length: > 0 } main)
        {
            Add(main, entity, name, false);
        }

        if (words.Length > 1 && s_articles.Contains(words[0]))
        {
            Add(words[1..], entity, name, false);
        }
    }

    /// <summary>The first word of a mood's name, where no other mood starts with it.</summary>
    private void LearnShortMoods(IReadOnlyList<Entity> entities)
    {
        foreach (var group in entities.Where(static entity => entity is { Kind: FactNameKind.Mood, Name: not null }).GroupBy(static entity => WordsOf(entity.Name?.Split('·')[0] ?? "") is { Length: 1 } words ? words[0] : ""))
        {
            if (group.Key.Length > 0 && group.Count() == 1 && group.First().Name is { } name && name.Contains('·', StringComparison.Ordinal))
            {
                Add([group.Key], group.First(), name, true);
            }
        }
    }

    private void Add(ImmutableArray<string> words, Entity entity, string name, bool isSoft)
    {
        var isOrdinary = words.All(static word => Vocabulary.IsEnglish(word) || IsWordOfStories(word)) && (words.Length == 1 || entity.Kind == FactNameKind.Mood);
        var needsCapital = words.Length == 1 && isOrdinary && entity.Kind is not (FactNameKind.Genre or FactNameKind.Mood) && char.IsUpper(name.TrimStart()[0]);
        if (!_byFirst.TryGetValue(words[0], out var aliases))
        {
            _byFirst.Add(words[0], aliases = []);
        }

        aliases.Add(new Alias(words, entity.Number, needsCapital, isSoft || (isOrdinary && words.Length == 1), name));
    }

    private static bool IsWordOfStories(string word) => Lexicon.Languages.Any(language => !Lexicon.Of(language).StartingWith(word).IsEmpty);

    private static ImmutableArray<string> WordsOf(string name) => [.. TokenReader.Read(name).Where(static token => token.Kind != TokenKind.Mark).Select(static token => token.Folded)];

    private Mention? At(string text, IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Mark)
        {
            foreach (var (mark, entity) in _marks)
            {
                if (string.CompareOrdinal(text, tokens[at].Start, mark, 0, mark.Length) == 0 && IsAlone(text, tokens[at].Start, mark.Length))
                {
                    var end = at;
                    while (end < tokens.Count && tokens[end].Start < tokens[at].Start + mark.Length)
                    {
                        end++;
                    }

                    return new Mention(at, end, [entity], mark.Length < 2);
                }
            }

            return null;
        }

        if (!_byFirst.TryGetValue(tokens[at].Folded, out var aliases) && !(tokens[at].Folded.EndsWith('s') && _byFirst.TryGetValue(tokens[at].Folded[..^1], out aliases)))
        {
            return null;
        }

        var found = ImmutableArray.CreateBuilder<int>();
        var (longest, isSoft) = (0, true);
        foreach (var alias in aliases)
        {
            var end = EndOf(text, tokens, at, alias);
            if (end > at && end >= longest)
            {
                longest = end;
                isSoft &= alias.IsSoft && !IsQuoted(text, tokens, at, end);
                if (!found.Contains(alias.Entity))
                {
                    found.Add(alias.Entity);
                }
            }
        }

        return found.Count == 0 ? null : new Mention(at, longest, found.ToImmutable(), isSoft);
    }

    private static bool IsAlone(string text, int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (start + length >= text.Length || !char.IsLetterOrDigit(text[start + length]));

    private static bool IsQuoted(string text, IReadOnlyList<Token> tokens, int start, int end) =>
        start > 0 && end < tokens.Count && tokens[start - 1].Kind == TokenKind.Mark && tokens[end].Kind == TokenKind.Mark
        && (tokens[start - 1].Is("\"") || TokenReader.IsApostrophe(text[tokens[start - 1].Start]));

    /// <summary>The token behind the alias, if it stands here; -1 where it does not.</summary>
    private static int EndOf(string text, IReadOnlyList<Token> tokens, int at, Alias alias)
    {
        if (alias.NeedsCapital && !tokens[at].IsCapital)
        {
            return -1;
        }

        var (word, next) = (0, at);
        for (; word < alias.Words.Length && next < tokens.Count; next++)
        {
            var token = tokens[next];
            if (token.Kind == TokenKind.Mark)
            {
                // A comma or full stop that the name does not have ends it.
                if (word == 0 || (token.Folded is "," or ";" or ":" or "(" or ")" or "." or "!" or "?" && !alias.Name.Contains(token.Folded, StringComparison.Ordinal)))
                {
                    return -1;
                }

                continue;
            }

            var isLast = word == alias.Words.Length - 1;
            if (token.Folded != alias.Words[word] && !(isLast && token.Folded.Length == alias.Words[word].Length + 1 && token.Folded[^1] == 's' && token.Folded.StartsWith(alias.Words[word], StringComparison.Ordinal)))
            {
                return -1;
            }

            word++;
        }

        if (word < alias.Words.Length)
        {
            return -1;
        }

        // Marks that belong to the name's end go with it: "Wham!".
        while (next < tokens.Count && tokens[next].Kind == TokenKind.Mark && !tokens[next].HasSpaceBefore && alias.Name.EndsWith(text[tokens[next].Start..tokens[next].End], StringComparison.Ordinal) && !char.IsLetterOrDigit(alias.Name[^1]))
        {
            next++;
            break;
        }

        return next;
    }

    private sealed record Alias(ImmutableArray<string> Words, int Entity, bool NeedsCapital, bool IsSoft, string Name);
}
