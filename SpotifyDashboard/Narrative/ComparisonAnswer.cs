namespace SpotifyDashboard.Narrative;

/// <summary>What changed in the facts between two stories, as the API tells it.</summary>
/// <param name="Earlier">Number of the story whose days come first.</param>
/// <param name="Later">Number of the other.</param>
/// <param name="Changes">Every fact of either.</param>
internal sealed record ComparisonAnswer(Guid Earlier, Guid Later, IReadOnlyList<ComparisonAnswer.Change> Changes)
{
    public static ComparisonAnswer Of(NarrativeComparison comparison) => new(
        comparison.Earlier.Id,
        comparison.Later.Id,
        [
            .. comparison.Changes.Select(static change => new Change(
                change.Kind,
                change.Name,
                change.Before is { } before ? FactAnswer.Of(before) : null,
                change.After is { } after ? FactAnswer.Of(after) : null,
                change.Difference)),
        ]);

    /// <summary>One fact in two stories.</summary>
    /// <param name="Kind">What became of it.</param>
    /// <param name="Name">The name it is about; null where it is about none.</param>
    /// <param name="Before">As the earlier story has it.</param>
    /// <param name="After">As the later story has it.</param>
    /// <param name="Difference">By how much its number changed, in its own unit.</param>
    internal sealed record Change(FactChangeKind Kind, string? Name, FactAnswer? Before, FactAnswer? After, double? Difference);
}
