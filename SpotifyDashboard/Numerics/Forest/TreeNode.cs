namespace SpotifyDashboard.Numerics.Forest;

/// <summary>A question to a row, or a leaf. A leaf leads to itself, so that all rows may take equally many steps without looking where they are.</summary>
/// <param name="Threshold">A row whose value is at most this goes left; +∞ in a leaf.</param>
/// <param name="Feature">The column asked about; 0 in a leaf.</param>
/// <param name="Left">The left child, followed by the right one; the node itself in a leaf.</param>
/// <param name="Leaf">Number of the leaf, or −1.</param>
internal readonly record struct TreeNode(float Threshold, int Feature, int Left, int Leaf);
