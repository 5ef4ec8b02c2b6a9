using System.Text;

namespace SpotifyDashboard.Listening;

/// <summary>Many names folded by <see cref="NameFold"/> into one text, so that a search is one scan over memory side by side. Immutable.</summary>
/// <remarks>Two bytes per character and four per name; a hundred thousand names are searched in a few milliseconds.</remarks>
public sealed class FoldedNames
{
    /// <summary>Stands behind every name; folding leaves no control character, so no searched text reaches across two names.</summary>
    private const char Separator = '\n';

    private readonly string _text;
    private readonly int[] _starts;

    private FoldedNames(string text, int[] starts)
    {
        _text = text;
        _starts = starts;
    }

    /// <summary>Number of names.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The folded name at <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> this[int index] => _text.AsSpan(_starts[index], _starts[index + 1] - _starts[index] - 1);

    /// <summary>Folds <paramref name="names"/>; each keeps its index.</summary>
    public static FoldedNames Of(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var text = new StringBuilder();
        List<int> starts = [0];
        foreach (var name in names)
        {
            text.Append(NameFold.Of(name)).Append(Separator);
            starts.Add(text.Length);
        }

        return new FoldedNames(text.ToString(), [.. starts]);
    }

    /// <summary>For each name how <paramref name="folded"/> stands in it at its best place.</summary>
    /// <param name="folded">A text folded by <see cref="NameFold"/>; the empty one begins every name.</param>
    public NameMatch[] Match(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var matches = new NameMatch[Count];
        if (folded.Length == 0)
        {
            Array.Fill(matches, NameMatch.Prefix);
            return matches;
        }

        var name = 0;
        for (var at = Next(folded, 0); at >= 0; at = Next(folded, at))
        {
            name = NameAt(at, name);
            var match = at == _starts[name] ? NameMatch.Prefix : char.IsLetterOrDigit(_text[at - 1]) ? NameMatch.Inside : NameMatch.WordStart;
            matches[name] = match > matches[name] ? match : matches[name];

            // Nothing further on in this name is better than its start.
            at = match == NameMatch.Prefix ? _starts[name + 1] : at + 1;
        }

        return matches;
    }

    private int Next(string folded, int from)
    {
        var found = _text.AsSpan(from).IndexOf(folded, StringComparison.Ordinal);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The name that holds a place; hits come in order, so the search begins at the one found last.</summary>
    private int NameAt(int place, int atLeast)
    {
        if (place < _starts[atLeast + 1])
        {
            return atLeast;
        }

        var found = Array.BinarySearch(_starts, atLeast, _starts.Length - atLeast, place);
        return found >= 0 ? found : ~found - 1;
    }
}
