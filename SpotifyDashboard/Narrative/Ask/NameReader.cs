using System.Collections.Frozen;
using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Finds the names of a listener's own artists, tracks, albums and genres in a question: whole words, whatever case and accents, the longest first.</summary>
/// <remarks>
/// One scan over the folded names against the few hundred pieces of the question. A name of one everyday word ("Time", "Yesterday", "1989")
/// counts only where the question says what it is: after "album", "by", "song", or in quotes.
/// </remarks>
internal static class NameReader
{
    private const int MostNames = 3;
    private const int MostWords = 10;

    private static readonly FrozenSet<string> s_everyday = (
        "a an the i me my you it and or of in on at to for from by with what when which who whom how where why was were is are am be been did do does done have has had "
        + "much many most more often ever first last time times new old all year years month months week weeks day days hour hours minute minutes play plays played playing listen listened listening "
        + "hear heard music song songs track tracks artist artists album albums genre genres mood moods favorite favourite favorites favourites top best session sessions streak long short that this these those there "
        + "love like moved move work home up down out go went get got not no yes one two three before after since until between during night day one "
        + "ich mich mir mein meine meinen meiner du das der die den dem des ein eine einen einem einer und oder von im am an zu zum zur mit was wann welche welcher welches welchen wer wen wie wo warum war waren ist sind "
        + "habe hab hatte gehort hore horte horen lief spielte gespielt musik lied lieder titel kunstler jahr monat woche tag nacht stimmung oft viel viele am meisten alles nur auch es er sie wir so").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names in <paramref name="question"/>, at most three, in the order they stand there.</summary>
    /// <param name="question">The question.</param>
    /// <param name="catalogue">The listener's tracks, artists, albums and genres.</param>
    /// <param name="plays">Plays of each track, to choose among namesakes.</param>
    public static ImmutableArray<FoundName> Find(QuestionText question, LogCatalogue catalogue, ReadOnlySpan<int> plays)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(catalogue);
        var pieces = Pieces(question);
        if (pieces.Count == 0)
        {
            return [];
        }

        var tallies = NameTallies.Of(catalogue, plays);
        var candidates = new List<(FoundName Name, int Plays, bool IsHinted)>();
        Collect(NamedKind.Artist, catalogue.Names.Artists, index => catalogue.Artists[index].Name, tallies.Artists);
        Collect(NamedKind.Track, catalogue.Names.Tracks, index => catalogue.Tracks[index].Title, tallies.Tracks);
        Collect(NamedKind.Album, catalogue.Names.Albums, index => catalogue.Albums[index].Title, tallies.Albums);
        Collect(NamedKind.Genre, FoldedNames.Of(catalogue.Genres), index => catalogue.Genres[index], tallies.Genres);
        return Choose(candidates);

        void Collect(NamedKind kind, FoldedNames names, Func<int, string> nameOf, int[] tally)
        {
            var lookup = pieces.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var index = 0; index < names.Count; index++)
            {
                if (tally[index] > 0 && lookup.TryGetValue(names[index], out var place) && Counts(question, place, kind))
                {
                    candidates.Add((new FoundName(new NamedThing(kind, nameOf(index), index), place.Start, place.End), tally[index], IsHinted(question, place.Start, kind)));
                }
            }
        }
    }

    /// <summary>Every run of words as it stands, with punctuation that may belong to a name ("Wham!"), and with "the" in front.</summary>
    private static Dictionary<string, (int Start, int End)> Pieces(QuestionText question)
    {
        var pieces = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        for (var start = 0; start < question.Tokens.Length; start++)
        {
            for (var last = start; last < Math.Min(question.Tokens.Length, start + MostWords); last++)
            {
                var end = question.Tokens[last].End;
                do
                {
                    var piece = question.Folded[question.Tokens[start].Start..end];
                    pieces.TryAdd(piece, (start, last + 1));
                    pieces.TryAdd("the " + piece, (start, last + 1));
                    end++;
                }
                while (end <= question.Folded.Length && !char.IsLetterOrDigit(question.Folded[end - 1]) && question.Folded[end - 1] != ' ');
            }
        }

        return pieces;
    }

    private static bool Counts(QuestionText question, (int Start, int End) place, NamedKind kind)
    {
        if (IsHinted(question, place.Start, kind) || IsQuoted(question, place))
        {
            return true;
        }

        for (var index = place.Start; index < place.End; index++)
        {
            var word = question[index];
            if (!s_everyday.Contains(word) && question.Tokens[index].Number is null && !IsTime(word) && (word.Length > 2 || place.End - place.Start > 1))
            {
                return true;
            }
        }

        // "The 1975" with its article is no year.
        if (place.End - place.Start == 2 && question[place.Start] is "the" && question.YearAt(place.Start + 1) is not null)
        {
            return true;
        }

        // "A Day in the Life": several everyday words in a row are hardly said by chance.
        return place.End - place.Start >= 4;
    }

    private static bool IsTime(string word) =>
        TimeWords.Months.ContainsKey(word) || TimeWords.Seasons.ContainsKey(word) || TimeWords.Weekdays.ContainsKey(word) || TimeWords.EveryWeekday.ContainsKey(word)
        || TimeWords.DayParts.ContainsKey(word) || TimeWords.Weekend.Contains(word) || TimeWords.Numbers.ContainsKey(word)
        || word is "today" or "yesterday" or "tonight" or "heute" or "gestern" or "vorgestern" or "ago";

    private static bool IsHinted(QuestionText question, int start, NamedKind kind) => kind switch
    {
        NamedKind.Artist => question[start - 1] is "by" or "artist" or "band" or "singer" or "kunstler" or "kunstlerin" or "sangerin" or "sanger",
        NamedKind.Track => question[start - 1] is "song" or "track" or "lied" or "titel",
        NamedKind.Album => question[start - 1] is "album" or "record" or "platte",
        _ => question[start - 1] is "genre",
    };

    private static bool IsQuoted(QuestionText question, (int Start, int End) place) =>
        question.Tokens[place.Start].Start is > 0 and var before && question.Folded[before - 1] == '"'
        && question.Tokens[place.End - 1].End is var after && after < question.Folded.Length && question.Folded[after] is '"' or ',' or '.' or '?';

    /// <summary>Hinted before longer before more played; no two share a word.</summary>
    private static ImmutableArray<FoundName> Choose(List<(FoundName Name, int Plays, bool IsHinted)> candidates)
    {
        var chosen = new List<FoundName>();
        foreach (var (name, _, _) in candidates
                     .OrderByDescending(candidate => candidate.Name.End - candidate.Name.Start)
                     .ThenByDescending(candidate => candidate.IsHinted)
                     .ThenBy(candidate => candidate.Name.Thing.Kind == NamedKind.Genre ? -1 : (int)candidate.Name.Thing.Kind)
                     .ThenByDescending(candidate => candidate.Plays))
        {
            if (chosen.Count < MostNames && chosen.All(other => name.End <= other.Start || name.Start >= other.End))
            {
                chosen.Add(name);
            }
        }

        return [.. chosen.OrderBy(name => name.Start)];
    }
}
