using System.Runtime.Intrinsics;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>Sums the sounds of plays: eight features at a time in registers, the others one by one.</summary>
/// <param name="sums">Where the sums of the features stand; added to at the end.</param>
internal ref struct MoodSum(Span<double> sums)
{
    private const int Wide = 8;

    private readonly Span<double> _sums = sums;
    private Vector256<double> _low;
    private Vector256<double> _high;

    /// <summary>Adds one sound, a value per feature.</summary>
    public void Add(ReadOnlySpan<float> sound)
    {
        var feature = 0;
        if (sound.Length >= Wide)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(sound));
            _low += low;
            _high += high;
            feature = Wide;
        }

        for (; feature < sound.Length; feature++)
        {
            _sums[feature] += sound[feature];
        }
    }

    /// <summary>Writes what stands in registers to the sums.</summary>
    public readonly void Finish()
    {
        for (var feature = 0; feature < Wide && feature < _sums.Length; feature++)
        {
            _sums[feature] += feature < Wide / 2 ? _low[feature] : _high[feature - (Wide / 2)];
        }
    }
}
