namespace SpotifyDashboard.Caching;

/// <summary>How long answers from outside are good, and how many are kept in memory: section <c>Cache</c>.</summary>
internal sealed class CacheOptions
{
    public const string SectionName = "Cache";

    /// <summary>Hours after which an answer is fetched anew when it is next needed (<c>CACHE_TTL_HOURS</c>).</summary>
    public double TtlHours { get; set; } = 24;

    /// <summary>Answers kept in memory; those used longest ago leave first.</summary>
    public int MemoryEntries { get; set; } = 1000;
}
