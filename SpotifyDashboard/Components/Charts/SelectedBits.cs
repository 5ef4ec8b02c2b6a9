namespace SpotifyDashboard.Components.Charts;

/// <summary>Reads a selection of points as the browser sends it: one bit per point keeps 50,000 of them within one small message.</summary>
internal static class SelectedBits
{
    /// <summary>The indices whose bit is set, ascending; bit i stands in byte i / 8, the lowest bit first.</summary>
    public static IReadOnlyList<int> ToIndices(ReadOnlySpan<byte> bits)
    {
        var indices = new List<int>();
        for (var i = 0; i < bits.Length * 8; i++)
        {
            if ((bits[i / 8] >> (i % 8) & 1) == 1)
            {
                indices.Add(i);
            }
        }

        return indices;
    }
}
