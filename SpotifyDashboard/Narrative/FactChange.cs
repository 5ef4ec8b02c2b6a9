using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Narrative;

/// <summary>One fact in two stories.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">As the earlier story has it; null where it has none.</param>
/// <param name="After">As the later story has it; null where it has none.</param>
public sealed record FactChange(FactChangeKind Kind, NarrativeFact? Before, NarrativeFact? After)
{
    /// <summary>The name it is about; null where it is about none.</summary>
    public string? Name => (After ?? Before) is { Names: [var first, ..] } ? first.Name : null;

    /// <summary>By how much its number changed, in its own unit; null where it has none in both, or not of one unit.</summary>
    public double? Difference => Before?.Value is { } before && After?.Value is { } after && Before.Unit == After.Unit ? after - before : null;
}
