using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Time;

namespace SpotifyDashboard.Catalogue.Items;

/// <summary>Plays of one track, artist or album over the period: by day up to 62 days, by week up to 400, by month beyond.</summary>
/// <param name="By"><c>day</c>, <c>week</c> or <c>month</c>.</param>
/// <param name="Points">Every stretch from the first to the last day that Calendar lists of its plays, those without plays included.</param>
public sealed record ItemCurve(string By, IReadOnlyList<TrendPoint> Points)
{
    private const int MostByDay = 62;
    private const int MostByWeek = 400;

    /// <summary>Draws the plays of <paramref name="own"/>, which are the item's alone.</summary>
    internal static ItemCurve Of(ListeningView own)
    {
        var by = BucketOf(own);
        return new ItemCurve(by.ToString().ToLowerInvariant(), Trend.Of(own, by).Points);
    }

    /// <summary>How long the stretches are.</summary>
    internal static TrendBucket BucketOf(ListeningView own)
    {
        var days = Calendar.SpanOf(own) is var (first, last) ? last.DayNumber - first.DayNumber + 1 : 0;
        return days switch
        {
            <= MostByDay => TrendBucket.Day,
            <= MostByWeek => TrendBucket.Week,
            _ => TrendBucket.Month,
        };
    }
}
