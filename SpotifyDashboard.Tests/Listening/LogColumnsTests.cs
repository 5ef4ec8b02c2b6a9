using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Listening;

public sealed class LogColumnsTests
{
    [Fact]
    public void Merge_AnyTwoSortedParts_EqualsSortingTheWhole()
    {
        var starts = Gen.Choose(0, 20).Select(start => (long)start).ListOf();

        Prop.ForAll(Arb.From(starts), Arb.From(starts), (known, added) =>
        {
            var before = Of(known, firstId: 1);
            var after = Of(added, firstId: known.Count + 1);

            var merged = before.Merge(after);

            var expected = before.Started.Zip(before.Ids).Concat(after.Started.Zip(after.Ids)).Order().ToList();
            Assert.Equal(expected, merged.Started.Zip(merged.Ids));
            Assert.Equal(merged.Ids.Select(id => (int)id), merged.MsPlayed);
            Assert.True(merged.IsSorted());
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    [InlineData(60L * 86_400_000)]
    public void Ended_AnyDistance_ComesBack(long after)
    {
        var columns = LogColumns.Of(1);
        columns.Started[0] = 1_700_000_000_000;
        columns.EndedAfter[0] = LogColumns.EncodeEnd(after);

        Assert.Equal(1_700_000_000_000 + after, columns.Ended(0));
    }

    private static LogColumns Of(IEnumerable<long> starts, int firstId)
    {
        long[] sorted = [.. starts.Order()];
        var columns = LogColumns.Of(sorted.Length);
        for (var index = 0; index < sorted.Length; index++)
        {
            columns.Started[index] = sorted[index];
            columns.Ids[index] = firstId + index;
            columns.MsPlayed[index] = firstId + index;
        }

        return columns;
    }
}
