namespace SpotifyDashboard.Caching;

/// <summary>How the cache of answers from outside stands.</summary>
/// <param name="InMemory">Answers in memory.</param>
/// <param name="Capacity">Answers that fit there.</param>
/// <param name="Stored">Answers in the database, the stale too.</param>
/// <param name="Hits">Answers that were asked for and kept, since the start of this process.</param>
/// <param name="Misses">Answers that had to be fetched.</param>
public sealed record CacheFigures(int InMemory, int Capacity, int Stored, long Hits, long Misses)
{
    /// <summary>Hits among all that was asked for, 0 to 1; null before anything was.</summary>
    public double? HitRate => Hits + Misses == 0 ? null : Hits / (double)(Hits + Misses);
}
