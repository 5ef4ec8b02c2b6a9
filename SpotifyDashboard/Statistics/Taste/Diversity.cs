namespace SpotifyDashboard.Statistics.Taste;

/// <summary>How evenly a listener's plays spread over artists, in the period and month by month.</summary>
/// <param name="Plays">Counted plays.</param>
/// <param name="Artists">Different artists among them.</param>
/// <param name="Shannon">Shannon index in bits; null without plays.</param>
/// <param name="EffectiveArtists">So many equally played artists would be as diverse; null without plays.</param>
/// <param name="Evenness">The index as a share of the most there can be with so many artists; null for fewer than two.</param>
/// <param name="Gini">0 where all are played alike, towards 1 where one takes nearly all; null without plays.</param>
/// <param name="Months">The same for each local month.</param>
public sealed record Diversity(
    int Plays,
    int Artists,
    double? Shannon,
    double? EffectiveArtists,
    double? Evenness,
    double? Gini,
    IReadOnlyList<Diversity.Month> Months)
{
    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static Diversity Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var counts = new ArtistCounts(view);
        var months = LocalMonths.Of(view);
        List<Month> rows = new(months.Count);
        for (var month = 0; month < months.Count; month++)
        {
            counts.Count(months.RunsOf(month));
            var spread = Spread.Of(counts.Played, counts.Plays);
            rows.Add(new Month(months.StartOf(month), spread.Plays, spread.Artists, spread.Shannon, spread.EffectiveArtists, spread.Evenness, spread.Gini));
        }

        var all = Spread.Of(counts.EverPlayed(), counts.PlaysInAll);
        return new Diversity(all.Plays, all.Artists, all.Shannon, all.EffectiveArtists, all.Evenness, all.Gini, rows);
    }

    /// <summary>One local month.</summary>
    /// <param name="Start">Its first day.</param>
    /// <param name="Plays">Counted plays.</param>
    /// <param name="Artists">Different artists among them.</param>
    /// <param name="Shannon">Shannon index in bits; null without plays.</param>
    /// <param name="EffectiveArtists">So many equally played artists would be as diverse; null without plays.</param>
    /// <param name="Evenness">The index as a share of the most there can be; null for fewer than two artists.</param>
    /// <param name="Gini">0 to 1; null without plays.</param>
    public sealed record Month(DateOnly Start, int Plays, int Artists, double? Shannon, double? EffectiveArtists, double? Evenness, double? Gini);
}
