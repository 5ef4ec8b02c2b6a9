namespace SpotifyDashboard.Storage;

/// <summary>How much memory the listening logs may take: section <c>Cache</c>.</summary>
public sealed class ListeningLogOptions
{
    public const string SectionName = "Cache";

    /// <summary>Megabytes beyond which the log that was longest unused is dropped. A million plays take about 45.</summary>
    public int LogBudgetMb { get; set; } = 150;
}
