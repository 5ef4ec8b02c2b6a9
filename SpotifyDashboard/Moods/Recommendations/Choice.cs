using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Moods.Recommendations;

/// <summary>Chooses among candidates so that the list is good and varied.</summary>
internal static class Choice
{
    private const int MostOfOneArtist = 2;
    private const int PoolPerPlace = 10;
    private const double Relevance = 0.7;

    /// <summary>Up to <paramref name="limit"/> of them: two of an artist at most, in the order of maximal marginal relevance.</summary>
    public static IReadOnlyList<Candidate> Of(IEnumerable<Candidate> candidates, int limit, CancellationToken cancellationToken)
    {
        var ofArtist = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        Candidate[] pool =
        [
            .. candidates.OrderByDescending(static candidate => candidate.Score).ThenBy(static candidate => candidate.PublicId, StringComparer.Ordinal)
                .Where(candidate => (ofArtist[candidate.Artist] = ofArtist.GetValueOrDefault(candidate.Artist) + 1) <= MostOfOneArtist)
                .Take(limit * PoolPerPlace),
        ];
        if (pool.Length == 0)
        {
            return [];
        }

        var columns = Enumerable.Range(0, pool[0].Sound.Length).Select(static column => $"f{column}");
        var sounds = UnitRows.Of(new FeatureMatrix(columns, [.. pool.SelectMany(static candidate => candidate.Sound)]));
        var picked = MaximalMarginalRelevance.Pick(Array.ConvertAll(pool, static candidate => candidate.Score), sounds, limit, Relevance, cancellationToken);
        return [.. picked.Select(place => pool[place])];
    }
}
