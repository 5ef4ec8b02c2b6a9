using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Checking;

/// <summary>A text with the verdict on every sentence.</summary>
/// <param name="Sentences">All sentences in order: title, description, roast.</param>
/// <param name="Faults">What is wrong; empty where the text holds.</param>
public sealed record CheckedText(ImmutableArray<CheckedSentence> Sentences, ImmutableArray<CheckFault> Faults)
{
    /// <summary>Whether it may be stored and shown.</summary>
    public bool Holds => Faults.IsEmpty;

    /// <summary>How many claims were checked.</summary>
    public int Claims => Sentences.Sum(static sentence => sentence.Claims);

    /// <summary>How many of them the facts bear.</summary>
    public int Supported => Sentences.Sum(static sentence => sentence.Supported);

    /// <summary>The sentences of one part, joined by blanks.</summary>
    public string Of(TextPart part) => string.Join(' ', Sentences.Where(sentence => sentence.Part == part).Select(static sentence => sentence.Text));
}
