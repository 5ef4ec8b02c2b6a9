using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>How much of a period one track, artist or album takes.</summary>
/// <param name="Plays">Its counted plays.</param>
/// <param name="Ms">Their milliseconds.</param>
/// <param name="Share">Its share of all counted plays, 0 to 1; null where nothing was played.</param>
/// <param name="Rank">1 for the most played of its kind; null where it was not played.</param>
/// <param name="Of">How many of its kind were played.</param>
/// <param name="FirstPlayedAt">When the first of these plays began (UTC); null where there is none.</param>
/// <param name="LastPlayedAt">When the last of them began (UTC).</param>
public sealed record ItemStanding(int Plays, long Ms, double? Share, int? Rank, int Of, DateTimeOffset? FirstPlayedAt, DateTimeOffset? LastPlayedAt)
{
    /// <summary>Where <paramref name="item"/> stands in <paramref name="view"/>.</summary>
    /// <param name="view">All plays of the period.</param>
    /// <param name="own">Those of the item among them.</param>
    /// <param name="item">What is looked at.</param>
    internal static ItemStanding In(ListeningView view, ListeningView own, CatalogueItem item)
    {
        var ranking = Ranking.Of(view, item.Ranked, TopMeasure.Plays);
        var all = 0;
        foreach (var plays in view.Tracks.Plays)
        {
            all += plays;
        }

        return new ItemStanding(
            ranking.Plays[item.Index],
            ranking.Ms[item.Index],
            all == 0 ? null : (double)ranking.Plays[item.Index] / all,
            ranking.RanksOf([item.Index])[0],
            ranking.Plays.Count(plays => plays > 0),
            Moment(own, own.Runs.SelectMany(static run => Enumerable.Range(run.First, run.End - run.First))),
            Moment(own, own.Runs.Reverse().SelectMany(static run => Enumerable.Range(run.First, run.End - run.First).Reverse())));
    }

    /// <summary>The start of the first play that counts, in the order given.</summary>
    private static DateTimeOffset? Moment(ListeningView own, IEnumerable<int> plays)
    {
        foreach (var play in plays)
        {
            if (own.Counted.Counts(play))
            {
                return DateTimeOffset.FromUnixTimeMilliseconds(own.Log.StartedMs[play]);
            }
        }

        return null;
    }
}
