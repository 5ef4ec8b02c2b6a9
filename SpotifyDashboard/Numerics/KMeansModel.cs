using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics;

/// <summary>The answer of <see cref="KMeans"/>: clusters, largest first, and how the search ended.</summary>
/// <remarks>
/// <b>Shapes.</b> n labels; k × d centroids, row-major; k sizes. k may be smaller than asked for (see <see cref="KMeans.Fit"/>).
/// </remarks>
public sealed record KMeansModel
{
    /// <summary>Cluster of each row, 0 to k − 1.</summary>
    public required ImmutableArray<int> Labels { get; init; }

    /// <summary>Mean of each cluster, k × d, row-major, in the units of the matrix that was fitted.</summary>
    public required ImmutableArray<double> Centroids { get; init; }

    /// <summary>Number of rows in each cluster, k of them, whatever they weigh.</summary>
    public required ImmutableArray<int> Sizes { get; init; }

    /// <summary>Sum over all rows of weight times squared distance to the own centroid.</summary>
    public required double Inertia { get; init; }

    /// <summary>Rounds of the search that won.</summary>
    public required int Rounds { get; init; }

    /// <summary>Whether that search came to rest before the limit of rounds.</summary>
    public required bool Converged { get; init; }

    /// <summary>Number of clusters, k.</summary>
    public int Clusters => Sizes.Length;

    /// <summary>The d coordinates of one centroid.</summary>
    public ReadOnlySpan<double> Centroid(int cluster)
    {
        var columns = Centroids.Length / Clusters;
        return Centroids.AsSpan(cluster * columns, columns);
    }

    /// <summary>The same clusters under other numbers, for example those of <see cref="ClusterOrder.Match"/>.</summary>
    /// <param name="numbers">A permutation of 0 to k − 1: the new number of each cluster.</param>
    /// <exception cref="ArgumentException"><paramref name="numbers"/> is no permutation of 0 to k − 1.</exception>
    public KMeansModel Renumber(ReadOnlySpan<int> numbers)
    {
        var order = ClusterOrder.Invert(numbers, Clusters);
        var centroids = ImmutableArray.CreateBuilder<double>(Centroids.Length);
        foreach (var cluster in order)
        {
            centroids.AddRange(Centroid(cluster));
        }

        var labels = new int[Labels.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            labels[row] = numbers[Labels[row]];
        }

        return this with { Labels = [.. labels], Centroids = centroids.MoveToImmutable(), Sizes = [.. order.Select(cluster => Sizes[cluster])] };
    }

    /// <summary>Drops clusters without rows, which stand last when numbered by size.</summary>
    internal KMeansModel WithoutEmpty()
    {
        var filled = Sizes.Count(size => size > 0);
        return filled == Clusters
            ? this
            : this with { Sizes = Sizes[..filled], Centroids = Centroids[..(filled * (Centroids.Length / Clusters))] };
    }
}
