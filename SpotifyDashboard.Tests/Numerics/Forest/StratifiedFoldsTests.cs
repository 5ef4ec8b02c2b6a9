using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>How rows are dealt out to folds.</summary>
public sealed class StratifiedFoldsTests
{
    [Fact]
    public void Of_MixedClasses_SendsTheIthRowOfAClassToFoldIModFolds()
    {
        var folds = StratifiedFolds.Of([0, 1, 0, 0, 1, 2, 0], 4, 3);

        Assert.Equal([0, 0, 1, 2, 1, -1, 0], folds.FoldOf);
        Assert.Equal([4, 2, 1, 0], folds.ClassRows);
        Assert.Equal([0, 1], folds.Classes);
        Assert.Equal([2], folds.LeftOut);
        Assert.Equal((3, 6), (folds.Count, folds.Rows));
    }

    [Fact]
    public void Of_FewerRowsThanFolds_MakesNoEmptyFold()
    {
        var folds = StratifiedFolds.Of([0, 0, 0, 1, 1], 2, 5);

        Assert.Equal(3, folds.Count);
        Assert.All(Enumerable.Range(0, folds.Count), fold => Assert.NotEmpty(folds.Test(fold)));
    }

    [Fact]
    public void TrainingAndTest_OfEachFold_ShareNoRowAndMissNone()
    {
        var folds = StratifiedFolds.Of([0, 1, 0, 1, 0, 1, 2, 0], 3, 2);

        for (var fold = 0; fold < folds.Count; fold++)
        {
            Assert.Equal(folds.All(), folds.Training(fold).Concat(folds.Test(fold)).Order());
        }
    }

    [Fact]
    public void Of_OneFold_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedFolds.Of([0, 0], 1, 1));
}
