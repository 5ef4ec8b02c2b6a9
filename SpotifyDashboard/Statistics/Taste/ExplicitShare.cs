using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Statistics.Taste;

/// <summary>How much of a listener's plays is marked explicit, in the period and month by month.</summary>
/// <param name="Known">Counted plays whose track has a mark, yes or no.</param>
/// <param name="Plays">Counted plays.</param>
/// <param name="Coverage">Known ÷ plays; null without plays.</param>
/// <param name="Explicit">Counted plays whose track is marked explicit.</param>
/// <param name="Share">Explicit ÷ known; null where none is known.</param>
/// <param name="Months">The same for each local month.</param>
public sealed record ExplicitShare(int Known, int Plays, double? Coverage, int Explicit, double? Share, IReadOnlyList<ExplicitShare.Month> Months)
{
    /// <summary>Counts the plays of <paramref name="view"/>.</summary>
    public static ExplicitShare Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var marks = new TrackMarks(view.Log.Catalogue, track => track.Explicit is { } isExplicit ? isExplicit ? 1 : 0 : null, standingFirst: true);
        var months = LocalMonths.Of(view);
        List<Month> rows = new(months.Count);
        var all = default(MarkedPlays);
        for (var month = 0; month < months.Count; month++)
        {
            var plays = marks.Sum(view, months.RunsOf(month));
            rows.Add(new Month(months.StartOf(month), plays.Known, (int)plays.Sum, Share: plays.Known == 0 ? null : (double)plays.Sum / plays.Known));
            all += plays;
        }

        return new ExplicitShare(all.Known, all.Plays, all.Coverage, (int)all.Sum, all.Known == 0 ? null : (double)all.Sum / all.Known, rows);
    }

    /// <summary>One local month.</summary>
    /// <param name="Start">Its first day.</param>
    /// <param name="Known">Counted plays whose track has a mark.</param>
    /// <param name="Explicit">Those marked explicit.</param>
    /// <param name="Share">Explicit ÷ known; null where none is known.</param>
    public sealed record Month(DateOnly Start, int Known, int Explicit, double? Share);
}
