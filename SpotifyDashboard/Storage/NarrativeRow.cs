namespace SpotifyDashboard.Storage;

/// <summary>A story as it was written and checked, with the facts it was written from.</summary>
public sealed class NarrativeRow
{
    /// <summary>The number of the job that wrote it: a job that begins anew can't store a second one.</summary>
    public Guid Id { get; set; }

    /// <summary>Whom it is about.</summary>
    public int ListenerId { get; set; }

    /// <summary>First local day as asked for; null for the very first play.</summary>
    public DateOnly? PeriodFrom { get; set; }

    /// <summary>Last local day as asked for; null for the day it was written.</summary>
    public DateOnly? PeriodTo { get; set; }

    /// <summary>First local day that the facts are about.</summary>
    public DateOnly FirstDay { get; set; }

    /// <summary>Last local day that the facts are about.</summary>
    public DateOnly LastDay { get; set; }

    /// <summary><c>professional</c>, <c>sarcastic</c> or <c>roast</c>.</summary>
    public required string Tone { get; set; }

    /// <summary>BCP 47 language it is written in.</summary>
    public required string Language { get; set; }

    /// <summary>Whether artists, tracks, albums and genres are named.</summary>
    public bool HasNames { get; set; }

    /// <summary>Its checked sentences with what they stand on (JSON).</summary>
    public required string Sentences { get; set; }

    /// <summary>The facts exactly as they were used (JSON).</summary>
    public required string Facts { get; set; }

    /// <summary><c>model</c> or <c>template</c>.</summary>
    public required string Source { get; set; }

    /// <summary>The model's name; null for the template.</summary>
    public string? Model { get; set; }

    /// <summary>Version of the prompt or of the template's phrases.</summary>
    public required string PromptVersion { get; set; }

    /// <summary>What became of asking the model.</summary>
    public required string Outcome { get; set; }

    /// <summary>Why it is not the model's text, in a sentence; null where it is, or where none was wanted.</summary>
    public string? Remark { get; set; }

    /// <summary>Tokens read over all tries; null where nobody counted.</summary>
    public int? TokensIn { get; set; }

    /// <summary>Tokens written over all tries, thinking included; null where nobody counted.</summary>
    public int? TokensOut { get; set; }

    /// <summary>How many claims were checked.</summary>
    public int Claims { get; set; }

    /// <summary>How many of them the facts bear.</summary>
    public int Supported { get; set; }

    /// <summary><c>hand</c>, <c>weekly</c>, <c>monthly</c> or <c>yearly</c>: how it came about.</summary>
    public required string Occasion { get; set; }

    /// <summary>The scheduled period (<c>2026-W47</c>, <c>2026-11</c>, <c>2026</c>); null where it was asked for by hand.</summary>
    public string? PeriodKey { get; set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
