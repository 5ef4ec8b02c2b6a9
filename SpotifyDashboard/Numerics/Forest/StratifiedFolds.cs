using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics.Forest;

/// <summary>Rows dealt out to folds class by class, so that every fold holds each class in nearly the same share.</summary>
/// <remarks>
/// <para><b>Shapes.</b> n classes in; the fold of each of the n rows out, −1 for rows left out.</para>
/// <para><b>Determinism.</b> Nothing is drawn: the i-th row of a class goes to fold i mod folds. scikit-learn's
/// <c>StratifiedKFold</c> balances the sizes of folds across classes too and may shuffle.</para>
/// <para><b>Sources.</b> R. Kohavi, "A study of cross-validation and bootstrap for accuracy estimation and model selection",
/// IJCAI 1995, 1137–1143.</para>
/// </remarks>
public sealed class StratifiedFolds
{
    /// <summary>A class with fewer rows cannot be both learned and asked for.</summary>
    public const int LeastRows = 2;

    private StratifiedFolds(int count, int[] folds, int[] classRows)
    {
        Count = count;
        FoldOf = [.. folds];
        ClassRows = [.. classRows];
        LeftOut = [.. Enumerable.Range(0, classRows.Length).Where(one => classRows[one] is > 0 and < LeastRows)];
        Classes = [.. Enumerable.Range(0, classRows.Length).Where(one => classRows[one] >= LeastRows)];
    }

    /// <summary>Number of folds: as many as asked for, or as the largest class has rows.</summary>
    public int Count { get; }

    /// <summary>Fold of each row, 0 to <see cref="Count"/> − 1; −1 where its class is left out.</summary>
    public ImmutableArray<int> FoldOf { get; }

    /// <summary>Rows of each class, k numbers, those of left out classes too.</summary>
    public ImmutableArray<int> ClassRows { get; }

    /// <summary>Classes in the folds, in ascending order.</summary>
    public ImmutableArray<int> Classes { get; }

    /// <summary>Classes with a row, but fewer than <see cref="LeastRows"/>: in no fold, neither to learn from nor to be asked for.</summary>
    public ImmutableArray<int> LeftOut { get; }

    /// <summary>Rows in the folds.</summary>
    public int Rows => Classes.Sum(one => ClassRows[one]);

    /// <summary>Deals rows out.</summary>
    /// <param name="classes">The class of each row, 0 to k − 1.</param>
    /// <param name="classCount">Number of classes, k.</param>
    /// <param name="folds">Folds wanted, at least 2.</param>
    /// <exception cref="ArgumentException">A class is unknown.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 folds.</exception>
    public static StratifiedFolds Of(ReadOnlySpan<int> classes, int classCount, int folds = 5)
    {
        ClassChecks.ThrowIfOutside(nameof(folds), folds, 2, int.MaxValue);
        ClassChecks.ThrowIfUnusable(classes.Length, classes, classCount);
        var classRows = ClassChecks.Count(classes, classCount);
        var count = Math.Min(folds, classRows.Max());
        var seen = new int[classCount];
        var foldOf = new int[classes.Length];
        for (var row = 0; row < classes.Length; row++)
        {
            var one = classes[row];
            foldOf[row] = classRows[one] < LeastRows ? -1 : seen[one]++ % folds;
        }

        return new StratifiedFolds(count, foldOf, classRows);
    }

    /// <summary>Rows outside <paramref name="fold"/>, to learn from.</summary>
    internal int[] Training(int fold) => Where(other => other >= 0 && other != fold);

    /// <summary>Rows of <paramref name="fold"/>, to be asked for.</summary>
    internal int[] Test(int fold) => Where(other => other == fold);

    /// <summary>Rows of all folds.</summary>
    internal int[] All() => Where(fold => fold >= 0);

    private int[] Where(Func<int, bool> wanted) => [.. Enumerable.Range(0, FoldOf.Length).Where(row => wanted(FoldOf[row]))];
}
