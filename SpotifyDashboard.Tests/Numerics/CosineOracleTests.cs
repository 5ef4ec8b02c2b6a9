using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Numerics;

/// <summary>The most similar rows against scikit-learn on real songs.</summary>
public sealed class CosineOracleTests
{
    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var set in Songs2020.Sets)
            {
                cases.Add(set, true);
                cases.Add(set, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_RealSongsInDouble_IsTheOraclesSimilarity(string set, bool isScaled)
    {
        var rows = Songs2020.LoadExact(set);
        var oracle = Oracle.Of(set);
        var songs = isScaled ? Array.ConvertAll(rows, row => row.Select((value, i) => (value - oracle.Mean[i]) / oracle.Deviation[i]).ToArray()) : rows;

        foreach (var query in CosineOracle.Of(set, isScaled))
        {
            var similarities = query.Rows.Select(row => CosineSimilarity.Of(songs[query.Row].AsSpan(), songs[row]));
            Assert.All(similarities.Zip(query.Similarities), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TopK_RealSongs_AreTheOraclesButForTies(string set, bool isScaled)
    {
        var rows = UnitRows.Of(isScaled ? Songs2020.LoadScaled(set) : Songs2020.Load(set));

        foreach (var query in CosineOracle.Of(set, isScaled))
        {
            var found = CosineSimilarity.TopK(rows, query.Row, 10);

            Assert.Equal(10, found.Count);
            Assert.All(found.Zip(query.Similarities), pair => Assert.Equal(pair.Second, pair.First.Similarity, 1e-6));
            Assert.DoesNotContain(query.Row, found.Select(row => row.Row));

            // Features are floats here and doubles there: rows as alike as the tenth to the seventh digit may change places with it.
            var clearlyAmong = query.Rows.Zip(query.Similarities).Where(row => row.Second > query.Similarities[^1] + 1e-6).Select(row => row.First);
            Assert.Subset(found.Select(row => row.Row).ToHashSet(), clearlyAmong.ToHashSet());
        }
    }
}
