using System.Collections.Immutable;

namespace SpotifyDashboard.Numerics;

/// <summary>What is left once nothing is missing.</summary>
/// <param name="Matrix">The complete rows, identities kept.</param>
/// <param name="KeptRows">Index in the original matrix of each row of <paramref name="Matrix"/>, ascending.</param>
/// <param name="DroppedFeatures">Features that too few rows knew.</param>
public sealed record CompleteRows(FeatureMatrix Matrix, ImmutableArray<int> KeptRows, ImmutableArray<string> DroppedFeatures);
