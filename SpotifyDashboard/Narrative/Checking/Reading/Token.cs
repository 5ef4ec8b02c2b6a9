using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Checking.Reading;

/// <summary>A word, number or mark of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Folded">In lower case without diacritics, so that spellings compare.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends, not included.</param>
internal sealed record Token(TokenKind Kind, string Folded, int Start, int End)
{
    /// <summary>Whether white space stands before it.</summary>
    public bool HasSpaceBefore { get; init; }

    /// <summary>Whether a hyphen joins it to the token before.</summary>
    public bool HasHyphenBefore { get; init; }

    /// <summary>Whether an apostrophe joins it to the token before: the s of "it's".</summary>
    public bool HasApostropheBefore { get; init; }

    /// <summary>Whether it is a word that starts with a capital.</summary>
    public bool IsCapital { get; init; }

    /// <summary>The ways to read a number.</summary>
    public ImmutableArray<NumberReading> Numbers { get; init; } = [];

    /// <summary>The ways to read a day: 10/3/2026 is one of two.</summary>
    public ImmutableArray<DateOnly> Days { get; init; } = [];

    /// <summary>Minutes since midnight of a time of day.</summary>
    public int ClockMinutes { get; init; }

    /// <summary>Whether it is this mark.</summary>
    public bool Is(string mark) => Kind == TokenKind.Mark && Folded == mark;
}
