using System.Globalization;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>What a question may look like.</summary>
public static class AskRules
{
    /// <summary>Most characters of a question.</summary>
    public const int Longest = 300;

    /// <summary>Why <paramref name="question"/> is refused, in a sentence; null where it is not.</summary>
    public static string? WhyRefused(string? question) =>
        string.IsNullOrWhiteSpace(question) ? "Ask something."
        : question.Length > Longest ? string.Create(CultureInfo.InvariantCulture, $"A question has at most {Longest} characters; this one has {question.Length}.")
        : question.Any(char.IsControl) ? "A question is one line of text without control characters."
        : null;
}
