using System.Text;
using System.Text.RegularExpressions;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Survey.Columns;

/// <summary>A column's header in the form in which it is compared: folded, without punctuation, asides in brackets and the words every question has.</summary>
internal sealed partial class ColumnHeader
{
    /// <summary>A form's header may be a whole paragraph; what it asks stands in its words, not in their thousands.</summary>
    private const int MostWords = 60;

    private readonly string[] _words;

    public ColumnHeader(string header)
    {
        var plain = Aside().Replace(header.Length > 1000 ? header[..1000] : header, " ");
        var all = Split(string.IsNullOrWhiteSpace(plain) ? header : plain);
        string[] telling = [.. all.Where(word => !ColumnWords.Fillers.Contains(word)).Take(MostWords)];
        _words = telling.Length > 0 ? telling : [.. all.Take(MostWords)];
    }

    /// <summary>The telling words, joined.</summary>
    public string Core => string.Join(' ', _words);

    /// <summary>How surely the column is this field: 0 for not at all, 100 where the header says nothing else.</summary>
    public int ScoreFor(SurveyField field)
    {
        var best = 0;
        foreach (var phrase in ColumnWords.Phrases[field])
        {
            best = Math.Max(best, Score(phrase, 60));
        }

        foreach (var word in ColumnWords.ShortWords[field])
        {
            best = Math.Max(best, Score(word, 40));
        }

        return best;
    }

    /// <summary>Whether the header names something that is never stored.</summary>
    public bool IsPrivate => Array.Exists(ColumnWords.Private, phrase => Score(phrase, 60) > 0);

    /// <summary>Whether it asks for an artist before it names the song: "artist of your favorite song" asks for no title.</summary>
    public bool AsksForArtistOfSong
    {
        get
        {
            var artist = Array.FindIndex(_words, word => ColumnWords.Phrases[SurveyField.Artist].Contains(word, StringComparer.Ordinal));
            return artist >= 0 && Array.FindIndex(_words, word => ColumnWords.Songs.Contains(word, StringComparer.Ordinal)) > artist;
        }
    }

    private int Score(string phrase, int floor)
    {
        var wanted = phrase.Split(' ');
        var at = IndexOf(wanted);
        return at < 0 ? 0 : wanted.Length == _words.Length ? 100 : floor + (30 * wanted.Length / _words.Length);
    }

    private int IndexOf(string[] wanted)
    {
        for (var at = 0; at + wanted.Length <= _words.Length; at++)
        {
            if (_words.AsSpan(at, wanted.Length).SequenceEqual(wanted))
            {
                return at;
            }
        }

        return -1;
    }

    private static string[] Split(string header)
    {
        var text = new StringBuilder(header.Length);
        foreach (var c in NameFold.Of(header))
        {
            text.Append(char.IsLetterOrDigit(c) ? c : ' ');
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aside();
}
