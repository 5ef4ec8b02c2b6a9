namespace SpotifyDashboard.Statistics.Taste;

/// <summary>How evenly plays spread over artists.</summary>
/// <param name="Plays">Counted plays, Σx.</param>
/// <param name="Artists">Different artists among them, n.</param>
/// <param name="Shannon">H in bits (Shannon, "A mathematical theory of communication", 1948); null without plays.</param>
/// <param name="EffectiveArtists">2 to the power of H: so many equally played artists would be as diverse; null without plays.</param>
/// <param name="Evenness">H ÷ log₂ n, 0 to 1; null for fewer than two artists.</param>
/// <param name="Gini">0 where all are played alike, towards 1 where one takes nearly all; null without plays.</param>
internal readonly record struct Spread(int Plays, int Artists, double? Shannon, double? EffectiveArtists, double? Evenness, double? Gini)
{
    /// <summary>The spread of <paramref name="artists"/>, whose plays stand in <paramref name="plays"/>.</summary>
    public static Spread Of(ReadOnlySpan<int> artists, ReadOnlySpan<int> plays)
    {
        if (artists.IsEmpty)
        {
            return default;
        }

        var (sum, most) = (0, 0);
        foreach (var artist in artists)
        {
            sum += plays[artist];
            most = Math.Max(most, plays[artist]);
        }

        // Artists with equally many plays are taken together: few numbers of plays occur, so that nothing need be sorted.
        var artistsWith = new int[most + 1];
        foreach (var artist in artists)
        {
            artistsWith[plays[artist]]++;
        }

        var shannon = Entropy(artistsWith, sum);
        return new Spread(sum, artists.Length, shannon, Math.Pow(2, shannon), artists.Length < 2 ? null : Math.Min(1, shannon / Math.Log2(artists.Length)), Concentration(artistsWith, sum, artists.Length));
    }

    private static double Entropy(int[] artistsWith, int sum)
    {
        var bits = 0.0;
        for (var plays = 1; plays < artistsWith.Length; plays++)
        {
            if (artistsWith[plays] > 0)
            {
                var share = (double)plays / sum;
                bits -= artistsWith[plays] * share * Math.Log2(share);
            }
        }

        return Math.Max(0, bits);
    }

    /// <summary>Σ (2i − n − 1) xᵢ ÷ (n Σx) in whole numbers: m equal ones behind c others take the places c + 1 to c + m.</summary>
    private static double Concentration(int[] artistsWith, int sum, int artists)
    {
        var total = 0L;
        var before = 0L;
        for (var plays = 1; plays < artistsWith.Length; plays++)
        {
            long equal = artistsWith[plays];
            total += plays * ((equal * ((2 * before) + equal + 1)) - (equal * (artists + 1L)));
            before += equal;
        }

        return total / ((double)artists * sum);
    }
}
