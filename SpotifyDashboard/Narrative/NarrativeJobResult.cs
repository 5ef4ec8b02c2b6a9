namespace SpotifyDashboard.Narrative;

/// <summary>What came of writing a story.</summary>
/// <param name="NarrativeId">The story's number.</param>
/// <param name="Source">Who wrote it.</param>
/// <param name="Remark">Why it is not the model's text, in a sentence; null where it is, or where none was wanted.</param>
internal sealed record NarrativeJobResult(Guid NarrativeId, NarrativeSource Source, string? Remark)
{
    /// <summary>When asking the model is worth another try (UTC); null where nobody said.</summary>
    public DateTimeOffset? NextTry { get; init; }

    public static NarrativeJobResult Of(NarrativeSnapshot story) => new(story.Id, story.Source, story.Remark);
}
