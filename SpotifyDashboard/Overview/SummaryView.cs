using System.Globalization;
using SpotifyDashboard.Components.Controls;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;

namespace SpotifyDashboard.Overview;

/// <summary>What the tiles show.</summary>
/// <param name="Tiles">Plays, minutes, tracks, artists, streak.</param>
/// <param name="Note">Which plays count, and how many of them are estimated.</param>
public sealed record SummaryView(IReadOnlyList<SummaryTile> Tiles, string Note)
{
    private const int RecentDays = 30;

    /// <summary>Sums up <paramref name="view"/>. A period without a predecessor is compared by its last thirty days.</summary>
    public static SummaryView Of(ListeningView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var summary = Summary.Of(view);
        var spark = SparkSeries.Of(view);
        var (now, before, when) = summary.Previous is null ? Recent(view) : (summary, summary.Previous, "");
        var rule = CountingWords.Of(view.Rule);
        return new SummaryView(
        [
            Tile(summary.Plays, "plays", now.Plays, before?.Plays, spark.Plays, rule),
            Tile(summary.Minutes, "minutes", now.Minutes, before?.Minutes, spark.Minutes, "How long the counted plays sounded, pauses left out. " + rule),
            Tile(summary.Tracks, "tracks", now.Tracks, before?.Tracks, spark.Tracks, "Different tracks among the counted plays; the line shows how many in each stretch. " + rule),
            Tile(summary.Artists, "artists", now.Artists, before?.Artists, spark.Artists, "Different artists among the counted plays; the line shows how many in each stretch. " + rule),
            new SummaryTile(
                Say(summary.Streak),
                $"{(summary.Streak == 1 ? "day" : "days")} in a row, {Say(summary.LongestStreak)} at most",
                Change: null,
                spark.Streak,
                $"Days without a gap on which at least one counted play began, up to the last day of the period. Today breaks nothing before it is over. Days are those of {view.Zone.Id}."),
        ],
        summary.EstimatedShare > 0 ? $"{rule} The time or length of {SayShare(summary.EstimatedShare)} of the counted plays is estimated." : rule);

        SummaryTile Tile(double figure, string counts, double figureNow, double? figureBefore, IReadOnlyList<double> line, string how)
        {
            var change = TileChange.Between(figureNow, figureBefore);
            return new SummaryTile(Say(figure), counts, change is null ? null : change with { Words = when + change.Words }, line, how);
        }
    }

    private static (Summary Now, Summary? Before, string When) Recent(ListeningView view)
    {
        var period = new Period(view.Today.AddDays(1 - RecentDays), view.Today);
        var recent = Summary.Of(view.Over(period));
        return (recent, recent.Previous, $"last {RecentDays} days: ");
    }

    /// <summary>Rounded, but never to nothing: a share that is there is said.</summary>
    private static string SayShare(double share) => share < 0.01 ? "less than 1 %" : string.Create(CultureInfo.CurrentCulture, $"{share * 100:N0} %");

    private static string Say(double figure) => figure.ToString("N0", CultureInfo.CurrentCulture);
}
