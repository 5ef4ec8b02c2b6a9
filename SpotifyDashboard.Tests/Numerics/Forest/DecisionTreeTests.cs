using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Numerics;
using SpotifyDashboard.Numerics.Forest;

namespace SpotifyDashboard.Tests.Numerics.Forest;

/// <summary>One tree: splits computed by hand, and a search in plain sight against the one over histograms.</summary>
public sealed class DecisionTreeTests
{
    [Fact]
    public void Fit_ByHand_AsksAtTheMiddleOfTheGap()
    {
        // Only between 2 and 5 both sides are pure; the threshold is (2 + 5) / 2.
        var tree = DecisionTree.Fit(Matrices.Column(1, 2, 5, 9), [0, 0, 1, 1], 2);

        Assert.Equal(3, tree.NodeCount);
        Assert.Equal([1, 0], tree.PredictProbabilities([3.5f]));
        Assert.Equal([0, 1], tree.PredictProbabilities([float.BitIncrement(3.5f)]));
        Assert.Equal([1], tree.Importances);
    }

    [Fact]
    public void Fit_DepthOfOne_AnswersTheSharesOfTheLeaf()
    {
        var tree = DecisionTree.Fit(Matrices.Column(1, 2, 3, 4, 5, 6), [0, 0, 1, 1, 1, 0], 2, depth: 1);

        // After 2: 4/2 + (9 + 1)/4 = 4.5, the highest of the five.
        Assert.Equal([1, 0], tree.PredictProbabilities([2]));
        Assert.Equal(0.75, tree.PredictProbabilities([3])[1], 1e-6);
    }

    [Fact]
    public void Fit_Balanced_WeighsTheRareClassAsMuch()
    {
        var classes = new[] { 0, 0, 0, 0, 0, 0, 1, 1 };

        var tree = DecisionTree.Fit(Matrices.Column(1, 1, 1, 2, 2, 2, 2, 2), classes, 2, depth: 1, balanced: true);

        // Left only class 0. Right 3 rows of weight 8/12 and 2 of weight 8/4: 2 to 4.
        Assert.Equal(4 / 6.0, tree.PredictProbabilities([2])[1], 1e-6);
    }

    [Fact]
    public void Fit_NeighbouringFloats_StillPartsThem()
    {
        var next = float.BitIncrement(1f);

        var tree = DecisionTree.Fit(Matrices.Column(1, next), [0, 1], 2);

        Assert.Equal([1, 0], tree.PredictProbabilities([1]));
        Assert.Equal([0, 1], tree.PredictProbabilities([next]));
    }

    [Fact]
    public void Fit_MoreThan256Values_KeepsTheFrequentOneApart()
    {
        // Instrumentalness is like that: half the rows are exactly 0, the others all differ.
        var values = Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? 0f : i / 4000f).ToArray();
        var classes = values.Select(value => value > 0 ? 1 : 0).ToArray();

        var tree = DecisionTree.Fit(Matrices.Column(values), classes, 2);

        Assert.Equal(3, tree.NodeCount);
        Assert.Equal([1, 0], tree.PredictProbabilities([0]));
        Assert.Equal([0, 1], tree.PredictProbabilities([1 / 4000f]));
    }

    [Fact]
    public void Fit_DistinctRowsOfAnyClasses_LearnsThemByHeart()
    {
        var rows = Gen.Choose(2, 60).SelectMany(count => Gen.Choose(0, 3).ListOf(count)).ToArbitrary();

        Prop.ForAll(rows, classes =>
        {
            var matrix = Matrices.Noise(classes.Count, 3);
            var tree = DecisionTree.Fit(matrix, [.. classes], 4, depth: 32);
            return Enumerable.Range(0, classes.Count).All(row => tree.PredictProbabilities(matrix.Row(row))[classes[row]] == 1);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Fit_AnyRows_TakesASplitNoOtherBeats()
    {
        var rows = Gen.Choose(4, 300).SelectMany(count => Gen.Choose(0, 20).Two().ListOf(count)).ToArbitrary();

        Prop.ForAll(rows, drawn =>
        {
            var matrix = new FeatureMatrix(["a", "b"], [.. drawn.SelectMany(row => new float[] { row.Item1, row.Item2 })]);
            int[] classes = [.. drawn.Select((row, i) => (row.Item1 + i) % 3)];
            var tree = DecisionTree.Fit(matrix, classes, 3, depth: 1);
            return Math.Abs(Best(matrix, classes) - Score(matrix, classes, row => Leaf(tree, matrix, row))) < 1e-3;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>The best score of any split, or of none, by trying all.</summary>
    private static double Best(FeatureMatrix rows, int[] classes)
    {
        var all = from column in Enumerable.Range(0, rows.Columns)
                  from threshold in Enumerable.Range(0, 20)
                  select Score(rows, classes, row => rows[row, column] <= threshold ? 0 : 1);
        return all.Max();
    }

    /// <summary>Σ over the sides of Σ rows per class² / rows.</summary>
    private static double Score(FeatureMatrix rows, int[] classes, Func<int, int> side) =>
        Enumerable.Range(0, rows.Rows).GroupBy(side)
            .Sum(one => one.GroupBy(row => classes[row]).Sum(group => Math.Pow(group.Count(), 2)) / one.Count());

    private static int Leaf(DecisionTree tree, FeatureMatrix rows, int row) =>
        tree.NodeCount == 1 || rows[row, tree.Nodes[0].Feature] <= tree.Nodes[0].Threshold ? 0 : 1;
}
