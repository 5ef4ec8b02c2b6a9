using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Finds what a question wants to know, by its words in English and German.</summary>
internal static class AskedReader
{
    private static readonly FrozenDictionary<string, AskedFor> s_words = Of(
        (AskedFor.Artists, "artist artists band bands singer singers musician musicians who whom kunstler kunstlern kunstlerin kunstlerinnen sanger sangerin interpret interpreten musiker wer wen wem"),
        (AskedFor.Tracks, "track tracks song songs tune tunes lied lieder liedern titel stuck stucke"),
        (AskedFor.Albums, "album albums alben record records platte platten"),
        (AskedFor.Genres, "genre genres style styles stil stile stilrichtung musikrichtung musikrichtungen"),
        (AskedFor.Amount, "much many often hours minutes count total wieviel wieviele viel viele oft haufig stunden minuten insgesamt anzahl"),
        (AskedFor.First, "first discover discovered discovery discoveries new erste ersten erstes erster erstmals zuerst entdeckt entdeckte entdeckung entdeckungen neu neue neues neuen"),
        (AskedFor.Last, "latest recently lately zuletzt"),
        (AskedFor.When, "weekday weekdays time hour clock wochentag wochentage uhrzeit tageszeit"),
        (AskedFor.Moods, "mood moods feeling vibe vibes stimmung stimmungen laune"),
        (AskedFor.Sessions, "session sessions sitting sitzung sitzungen binge marathon"),
        (AskedFor.Streaks, "streak streaks row serie reihe hintereinander"));

    /// <summary>What <paramref name="question"/> wants to know, in the order asked; empty where it is about the music in general.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isTaken">For each word whether it belongs to a time or a name and asks nothing.</param>
    public static ImmutableArray<AskedFor> Find(QuestionText question, IReadOnlyList<bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(isTaken);
        var asked = new List<AskedFor>();
        for (var index = 0; index < question.Tokens.Length; index++)
        {
            if (!isTaken[index] && Meaning(question, index) is { } meaning && !asked.Contains(meaning))
            {
                asked.Add(meaning);
            }
        }

        return [.. asked];
    }

    private static AskedFor? Meaning(QuestionText question, int index)
    {
        if (question[index] is "when" or "wann")
        {
            // "When did I first hear", "When was the last time": the answer is a day, not a time of day. "When I moved" asks nothing.
            return question.Says("first", "erste", "ersten", "erstmals", "zuerst", "last", "zuletzt", "letzte", "letzten", "latest", "letztes") ? null
                : index == 0 ? AskedFor.When
                : null;
        }

        // "The last time": a stretch of time was read before, so what is left of "last" asks for the latest play.
        return question[index] is "last" or "letzte" or "letzten" or "letztes" ? AskedFor.Last
            : question[index] is "time" && (TimeWords.Last.Contains(question[index - 1]) || question[index - 1] is "first") ? null
            : s_words.TryGetValue(question[index], out var meaning) ? meaning
            : null;
    }

    private static FrozenDictionary<string, AskedFor> Of(params ReadOnlySpan<(AskedFor Meaning, string Words)> groups)
    {
        var words = new Dictionary<string, AskedFor>(StringComparer.Ordinal);
        foreach (var (meaning, list) in groups)
        {
            foreach (var word in list.Split(' '))
            {
                words.TryAdd(word, meaning);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
