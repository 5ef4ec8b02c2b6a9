using System.Collections.Frozen;
using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Reading;

namespace SpotifyDashboard.Narrative.Checking.Wording;

/// <summary>Kinds of music by name, so that one that no fact has is found in a text although it has no capital.</summary>
internal static class Genres
{
    private const string CuesHead = "cues:";

    private static readonly FrozenDictionary<string, ImmutableArray<(ImmutableArray<string> Words, bool NeedsCue)>> s_genres = Read();

    private static readonly FrozenSet<string> s_cues = Resource.Lines("genres.txt").First(static line => line.StartsWith(CuesHead, StringComparison.Ordinal))[CuesHead.Length..]
        .Split('|', StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where the kind of music that starts at a token ends; the start where none does.</summary>
    public static int EndAt(SentenceReading sentence, int at)
    {
        if (!s_genres.TryGetValue(sentence.Tokens[at].Folded, out var genres))
        {
            return at;
        }

        foreach (var (words, needsCue) in genres)
        {
            var end = at + words.Length;
            if (end <= sentence.Count && words.Select((word, index) => sentence.Tokens[at + index].Folded == word).All(static same => same) && (!needsCue || HasCue(sentence, at, end)))
            {
                return end;
            }
        }

        return at;
    }

    private static bool HasCue(SentenceReading sentence, int start, int end) =>
        (end < sentence.Count && s_cues.Contains(sentence.Tokens[end].Folded)) || (start > 0 && sentence.Tokens[start - 1].Folded is "genre" or "genres" or "genero" or "genere");

    private static FrozenDictionary<string, ImmutableArray<(ImmutableArray<string> Words, bool NeedsCue)>> Read() => Resource.Lines("genres.txt")
        .Where(static line => !line.StartsWith(CuesHead, StringComparison.Ordinal))
        .SelectMany(static line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(static entry => (Words: TokenReader.Read(entry.TrimEnd('?')).Select(static token => token.Folded).ToImmutableArray(), NeedsCue: entry.EndsWith('?')))
        .GroupBy(static genre => genre.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.OrderByDescending(static genre => genre.Words.Length).ToImmutableArray(), StringComparer.Ordinal);
}
