using System.Collections.Immutable;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Narrative.Ask;

/// <summary>What a question was understood to ask.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="Period">The days it names; null where it names none.</param>
/// <param name="Hours">The days of the week and hours to which it keeps.</param>
/// <param name="Names">What it names of the listener's library, in order.</param>
/// <param name="Asked">What it wants to know, in order; empty where it is about the music in general.</param>
/// <param name="IsGerman">Whether it is asked in German rather than English.</param>
public sealed record UnderstoodQuestion(
    string Question,
    Period? Period,
    ChosenHours Hours,
    ImmutableArray<NamedThing> Names,
    ImmutableArray<AskedFor> Asked,
    bool IsGerman)
{
    /// <summary>Whether there is anything in it that can be looked up.</summary>
    public bool IsUnderstood => Period is not null || !Hours.IsAll || !Names.IsEmpty || !Asked.IsEmpty;
}
