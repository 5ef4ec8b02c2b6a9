namespace SpotifyDashboard.Numerics.Forest;

/// <summary>
/// The values of one feature cut into at most 256 bins: one per distinct value while there are no more, else of about equally many rows.
/// </summary>
internal sealed class ValueBins
{
    public const int Most = 256;

    private readonly float[] _lowest = new float[Most];
    private readonly float[] _highest = new float[Most];

    /// <param name="sorted">The n values of the feature in ascending order.</param>
    public ValueBins(ReadOnlySpan<float> sorted)
    {
        // Room beyond the last bin lets the search below take its eight steps without looking where the bins end.
        Array.Fill(_highest, float.PositiveInfinity);
        var isExact = CountDistinct(sorted) <= Most;
        for (var from = 0; from < sorted.Length; Count++)
        {
            var to = End(sorted, from, isExact ? 1 : (sorted.Length - from) / (double)(Most - Count));
            _lowest[Count] = sorted[from];
            _highest[Count] = sorted[to - 1];
            from = to;
        }
    }

    /// <summary>Number of bins.</summary>
    public int Count { get; private set; }

    /// <summary>The bin of a value: the first whose highest value is not below it.</summary>
    public int Of(float value)
    {
        var bin = 0;
        for (var step = Most / 2; step > 0; step /= 2)
        {
            bin += _highest[bin + step - 1] < value ? step : 0;
        }

        return bin;
    }

    /// <summary>A value between two bins with none of the node's rows between them: at most it goes left.</summary>
    public float Threshold(int left, int right)
    {
        var (low, high) = (_highest[left], _lowest[right]);
        var middle = (float)(((double)low + high) / 2);

        // Between neighbouring floats there is no middle; then the left value itself still parts them.
        return middle < high ? middle : low;
    }

    /// <summary>The end of the bin that begins at <paramref name="from"/> and should hold so many rows; equal values stay together.</summary>
    private static int End(ReadOnlySpan<float> sorted, int from, double wanted)
    {
        var to = EndOfRun(sorted, from);
        while (to < sorted.Length && to - from < wanted)
        {
            // A value frequent enough for a bin of its own gets one: most songs have an instrumentalness of exactly 0.
            var next = EndOfRun(sorted, to);
            if (next - to >= wanted)
            {
                break;
            }

            to = next;
        }

        return to;
    }

    private static int EndOfRun(ReadOnlySpan<float> sorted, int from)
    {
        var to = from + 1;
        while (to < sorted.Length && sorted[to] == sorted[from])
        {
            to++;
        }

        return to;
    }

    private static int CountDistinct(ReadOnlySpan<float> sorted)
    {
        var distinct = sorted.IsEmpty ? 0 : 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return distinct;
    }
}
