using System.Collections.Immutable;
using SpotifyDashboard.Narrative.Checking.Reading;

namespace SpotifyDashboard.Narrative.Checking.Claims;

/// <summary>A number as a sentence writes it, in digits or words, with its scale.</summary>
/// <param name="Start">First token.</param>
/// <param name="End">The token behind the last.</param>
/// <param name="Readings">The ways to read it.</param>
internal sealed record NumberPhrase(int Start, int End, ImmutableArray<NumberReading> Readings)
{
    /// <summary>The first way to read it.</summary>
    public double Value => Readings[0].Value;

    /// <summary>Whether it is a part of a whole, said loosely: half, a third.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether it is a loose large number: dozens.</summary>
    public bool IsVague { get; init; }

    /// <summary>Whether it is written in words.</summary>
    public bool IsInWords { get; init; }
}
