namespace SpotifyDashboard.Operations.People;

/// <summary>What is kept in memory, of this process.</summary>
/// <param name="Logs">The listening logs, in words.</param>
/// <param name="InMemory">Answers from outside in memory.</param>
/// <param name="Capacity">Answers that fit there.</param>
/// <param name="Stored">Answers in the database, the stale too.</param>
/// <param name="Hits">Answers that were asked for and kept, since the start.</param>
/// <param name="Misses">Answers that had to be fetched.</param>
/// <param name="HitRate">Hits among both, 0 to 1; null before anything was asked for.</param>
internal sealed record CachesAnswer(string Logs, int InMemory, int Capacity, int Stored, long Hits, long Misses, double? HitRate)
{
    public const string Example =
        """
        { "logs": "3 listening logs, 12.4 MB.", "inMemory": 812, "capacity": 1000, "stored": 9120, "hits": 40112, "misses": 9340, "hitRate": 0.811 }
        """;
}
