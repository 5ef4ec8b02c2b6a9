using System.Collections.Immutable;

namespace SpotifyDashboard.Narrative.Checking.Judging;

/// <summary>What became of a claim.</summary>
/// <param name="Facts">Ids of the facts that bear it; empty where none does.</param>
/// <param name="Reason">Why it is wrong; null where it is right.</param>
internal sealed record Verdict(ImmutableArray<string> Facts, string? Reason)
{
    /// <summary>Borne by facts.</summary>
    public static Verdict Borne(params ReadOnlySpan<string> facts) => new([.. facts], null);

    /// <summary>Wrong.</summary>
    public static Verdict Wrong(string reason) => new([], reason);
}
