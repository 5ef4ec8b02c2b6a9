using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Moods.Pages;

/// <summary>How the share of one mood among the plays moved over the months and years of a view.</summary>
/// <param name="Months">Each local month.</param>
/// <param name="Years">Each local year.</param>
internal sealed record MoodShares(IReadOnlyList<MoodStretch> Months, IReadOnlyList<MoodStretch> Years)
{
    /// <summary>Takes one mood out of <paramref name="trend"/>, which is of the same map.</summary>
    public static MoodShares Of(MoodTrend trend, int mood)
    {
        List<MoodStretch> months = [.. trend.Months.Select(month => new MoodStretch(month.Start, month.Known, PlaysOf(month, mood), month.Shares?[mood]))];
        var years = months.GroupBy(month => month.Start.Year).Select(year =>
        {
            var (known, plays) = (year.Sum(month => month.Known), year.Sum(month => month.Plays));
            return new MoodStretch(new DateOnly(year.Key, 1, 1), known, plays, known == 0 ? null : (double)plays / known);
        });
        return new MoodShares(months, [.. years]);
    }

    private static int PlaysOf(MoodTrend.Month month, int mood) => (int)Math.Round((month.Shares?[mood] ?? 0) * month.Known);
}
