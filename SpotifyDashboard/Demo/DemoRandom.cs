namespace SpotifyDashboard.Demo;

/// <summary>The draws that the demo needs, all from seeded generators, so that the same seed draws the same.</summary>
internal static class DemoRandom
{
    /// <summary>A generator for one part of the demo: neighbouring parts must not resemble each other.</summary>
    public static Random For(int seed, int part)
    {
        // The finaliser of SplitMix64: it spreads neighbouring numbers over the whole range.
        var mixed = ((ulong)(uint)seed << 32) + (uint)part + 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return new Random((int)((mixed ^ (mixed >> 31)) & int.MaxValue));
    }

    /// <summary>A normally distributed number (Box and Muller).</summary>
    public static double NextNormal(this Random random, (double Mean, double Spread) of) =>
        of.Mean + (of.Spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    /// <summary>A number of independent events (Knuth).</summary>
    public static int NextPoisson(this Random random, double mean)
    {
        var count = 0;
        for (var left = Math.Exp(mean) * random.NextDouble(); left > 1; left *= random.NextDouble())
        {
            count++;
        }

        return count;
    }

    /// <summary>An index, drawn with the given weights; at least one must be above 0.</summary>
    public static int NextIndex(this Random random, ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = random.NextDouble() * total;
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0)
            {
                continue;
            }

            last = i;
            left -= weights[i];
            if (left < 0)
            {
                break;
            }
        }

        return last;
    }

    public static string NextOf(this Random random, IReadOnlyList<string> words) => words[random.Next(words.Count)];
}
