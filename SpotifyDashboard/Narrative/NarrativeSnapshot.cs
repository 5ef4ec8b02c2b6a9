using System.Collections.Immutable;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;

namespace SpotifyDashboard.Narrative;

/// <summary>A stored story: a checked text with the facts it was written from.</summary>
public sealed record NarrativeSnapshot
{
    /// <summary>Its number; also the number of the job that wrote it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whom it is about.</summary>
    public required int ListenerId { get; init; }

    /// <summary>The period as asked for; it may be open at either end.</summary>
    public required Period Period { get; init; }

    /// <summary>First and last local day that it is about, whatever <see cref="Period"/> leaves open.</summary>
    public required FactDays Days { get; init; }

    /// <summary>How it speaks.</summary>
    public required NarrativeTone Tone { get; init; }

    /// <summary>BCP 47 language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Whether artists, tracks, albums and genres are named.</summary>
    public required bool HasNames { get; init; }

    /// <summary>Its sentences, each with the facts it stands on.</summary>
    public required CheckedText Text { get; init; }

    /// <summary>All it was allowed to say, exactly as it was used.</summary>
    public required ImmutableArray<NarrativeFact> Facts { get; init; }

    /// <summary>Who wrote it.</summary>
    public required NarrativeSource Source { get; init; }

    /// <summary>The model's name; null for the template.</summary>
    public required string? Model { get; init; }

    /// <summary>Version of the prompt or of the template's phrases.</summary>
    public required string PromptVersion { get; init; }

    /// <summary>What became of asking the model.</summary>
    public required ModelOutcome Outcome { get; init; }

    /// <summary>Why it is not the model's text, in a sentence; null where it is, or where none was wanted.</summary>
    public required string? Remark { get; init; }

    /// <summary>Tokens read over all tries; null where nobody counted.</summary>
    public required int? TokensIn { get; init; }

    /// <summary>Tokens written over all tries, thinking included; null where nobody counted.</summary>
    public required int? TokensOut { get; init; }

    /// <summary>How it came about.</summary>
    public required NarrativeOccasion Occasion { get; init; }

    /// <summary>The scheduled period (<c>2026-W47</c>, <c>2026-11</c>, <c>2026</c>); null where it was asked for by hand.</summary>
    public required string? PeriodKey { get; init; }

    /// <summary>When it was stored (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A few words.</summary>
    public string Title => Text.Of(TextPart.Title);

    /// <summary>The story itself.</summary>
    public string Description => Text.Of(TextPart.Description);

    /// <summary>One or two sentences that tease.</summary>
    public string Roast => Text.Of(TextPart.Roast);
}
