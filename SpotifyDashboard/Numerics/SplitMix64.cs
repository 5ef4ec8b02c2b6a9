namespace SpotifyDashboard.Numerics;

/// <summary>A small seeded generator for drawing starts and samples, one independent stream per (seed, stream) pair.</summary>
/// <remarks>
/// <para><b>Determinism.</b> Equal seed and stream give equal numbers on every machine and runtime, which
/// <see cref="Random"/> promises for neither. Not for secrets.</para>
/// <para><b>Sources.</b> G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014, 453–472, doi:10.1145/2660193.2660195.</para>
/// </remarks>
internal sealed class SplitMix64(int seed, int stream)
{
    private ulong _state = Mix((uint)seed) ^ Mix(~(ulong)(uint)stream);

    /// <summary>A number in [0, 1), in steps of 2^-53.</summary>
    public double NextDouble()
    {
        _state += 0x9E3779B97F4A7C15;
        return (Mix(_state) >> 11) * (1.0 / (1L << 53));
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
