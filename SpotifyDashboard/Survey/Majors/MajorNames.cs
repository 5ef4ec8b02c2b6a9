using SpotifyDashboard.Survey.Groups;

namespace SpotifyDashboard.Survey.Majors;

/// <summary>Which spellings mean one major: those that differ in case, spaces or punctuation, and the few short forms listed here.</summary>
/// <remarks>The list holds only what can mean one thing: "ME" may be mechanical engineering or music education, so it is not there.</remarks>
internal static class MajorNames
{
    private static readonly Dictionary<string, string> s_shortForms = new(StringComparer.Ordinal)
    {
        ["cs"] = "Computer Science",
        ["compsci"] = "Computer Science",
        ["compscience"] = "Computer Science",
        ["computersci"] = "Computer Science",
        ["cis"] = "Computer Information Systems",
        ["math"] = "Mathematics",
        ["maths"] = "Mathematics",
        ["bio"] = "Biology",
        ["chem"] = "Chemistry",
        ["econ"] = "Economics",
        ["psych"] = "Psychology",
        ["polisci"] = "Political Science",
        ["mecheng"] = "Mechanical Engineering",
        ["undecided"] = "Undeclared",
    };

    /// <summary>Answers that name no major.</summary>
    private static readonly HashSet<string> s_none = new(StringComparer.Ordinal) { "na", "none", "nothing", "null" };

    /// <summary>The same for all spellings of one major; null where the answer names none.</summary>
    public static string? KeyOf(string? answer)
    {
        var folded = AnswerFold.Of(answer);
        if (folded.Length == 0 || s_none.Contains(folded))
        {
            return null;
        }

        return s_shortForms.TryGetValue(folded, out var name) ? AnswerFold.Of(name) : folded;
    }

    /// <summary>How a major is shown: the most frequent spelling that is no short form, else the name of the list.</summary>
    /// <param name="key">What <see cref="KeyOf"/> gives for each of the spellings.</param>
    /// <param name="spellings">As they were written, at least one.</param>
    public static string NameOf(string key, IReadOnlyCollection<string> spellings)
    {
        var full = spellings.Where(spelling => AnswerFold.Of(spelling) == key).ToList();
        return full.Count > 0 ? AnswerFold.MostFrequent(full) : s_shortForms[AnswerFold.Of(spellings.First())];
    }
}
