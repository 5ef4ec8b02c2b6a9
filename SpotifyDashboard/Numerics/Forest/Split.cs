namespace SpotifyDashboard.Numerics.Forest;

/// <summary>A way to part the rows of a node.</summary>
/// <param name="Feature">The column, or −1 where no feature parts them.</param>
/// <param name="Bin">Rows up to this bin go left.</param>
/// <param name="NextBin">The next bin that holds rows of the node.</param>
/// <param name="Score">Σ left weights² / Σ left weights + the same on the right: the higher, the purer (Gini).</param>
internal readonly record struct Split(int Feature, int Bin, int NextBin, float Score)
{
    public static Split None => new(-1, 0, 0, float.NegativeInfinity);

    public bool Exists => Feature >= 0;
}
