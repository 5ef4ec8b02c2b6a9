using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>Finds in a question what can be looked up: a period, hours, names of the listener's own library, and what is asked. A pure function.</summary>
/// <remarks>The question is data: its words are matched, never obeyed. See <c>docs/decisions/0033-questions.md</c>.</remarks>
internal static class QuestionReader
{
    private static readonly string[] s_german =
        ["ich", "was", "wann", "welche", "welcher", "welches", "welchen", "wie", "wer", "wen", "habe", "hab", "mein", "meine", "gehort", "im", "der", "die", "das", "und", "lief"];

    private static readonly string[] s_english =
        ["i", "what", "when", "which", "how", "who", "did", "my", "the", "have", "in", "and", "was", "listen", "listened"];

    /// <summary>Reads <paramref name="question"/>.</summary>
    /// <param name="question">The question, in English or German.</param>
    /// <param name="catalogue">The listener's tracks, artists, albums and genres.</param>
    /// <param name="plays">Plays of each track, to choose among namesakes; none played is none named.</param>
    /// <param name="today">The listener's local day.</param>
    public static UnderstoodQuestion Read(string question, LogCatalogue catalogue, ReadOnlySpan<int> plays, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = QuestionText.Of(question);
        var isTaken = new bool[text.Tokens.Length];

        // Names first: "September" by name is no month once the question says "song", and "The 1975" is no year.
        var names = NameReader.Find(text, catalogue, plays);
        foreach (var name in names)
        {
            Array.Fill(isTaken, true, name.Start, name.End - name.Start);
        }

        var unnamed = text.Without(isTaken);
        var period = PeriodReader.Find(unnamed, today);
        if (period is not null)
        {
            Array.Fill(isTaken, true, period.Start, period.End - period.Start);
        }

        var hours = HoursReader.Find(unnamed, isTaken);
        return new UnderstoodQuestion(
            question,
            period?.Period,
            hours,
            [.. names.Select(name => name.Thing)],
            AskedReader.Find(text, isTaken),
            text.Tokens.Count(token => s_german.Contains(token.Text)) > text.Tokens.Count(token => s_english.Contains(token.Text)));
    }
}
