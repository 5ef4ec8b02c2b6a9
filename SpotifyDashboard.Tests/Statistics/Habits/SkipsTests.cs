using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics.Habits;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Habits;

public sealed class SkipsTests
{
    private static readonly string[] s_noReason = ["", "unknown", "none"];

    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var plays = Naive.AllOf(view);
        var told = plays.FindAll(IsTold);
        var skipped = plays.FindAll(IsSkipped);
        var completed = plays.FindAll(play => IsCompleted(play, view.Log.Catalogue));
        var measured = plays.FindAll(play => view.Log.Catalogue.DurationMs(play.TrackIndex) > 0);

        var skips = Skips.Of(view);

        Assert.Equal((plays.Count, told.Count, skipped.Count, completed.Count), (skips.Plays, skips.Told, skips.Skipped, skips.Completed));
        Assert.Equal(told.Count == 0 ? null : (double)skipped.Count / told.Count, skips.SkipRate);
        Assert.Equal(plays.Count == 0 ? null : (double)completed.Count / plays.Count, skips.CompletionRate);
        Assert.Equal(
            Enumerable.Range(0, 10).Select(step => measured.Count(play => Math.Min(9, 10L * play.Ms / view.Log.Catalogue.DurationMs(play.TrackIndex)) == step)),
            skips.Shares);
        Assert.Equal(measured.Count == 0 ? -1 : measured.Average(play => Math.Min(1, (double)play.Ms / view.Log.Catalogue.DurationMs(play.TrackIndex))), skips.MeanShare ?? -1, 1e-9);
        Assert.Equal(
            plays.GroupBy(play => s_noReason.Contains(play.Detail.Circumstance.ReasonEnd) ? "unknown" : play.Detail.Circumstance.ReasonEnd)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => new Skips.Reason(group.Key, group.Count())),
            skips.Reasons);
        Assert.Equal(
            Enumerable.Range(0, 24).Select(hour => new Skips.Hour(told.Count(play => play.Local.Hour == hour), skipped.Count(play => play.Local.Hour == hour))),
            skips.ByHour);
        Assert.Equal(
            told.GroupBy(play => play.Standing).Select(group => (Track: group.Key, Told: group.Count(), Skipped: group.Count(IsSkipped)))
                .Where(row => row.Told >= 3 && row.Skipped >= 1)
                .OrderByDescending(row => row.Skipped).ThenBy(row => row.Told).ThenBy(row => row.Track.Title, StringComparer.Ordinal).ThenBy(row => row.Track.PublicId, StringComparer.Ordinal)
                .Take(10)
                .Select(row => new Skips.Track(row.Track.PublicId, row.Track.Title, view.Log.Catalogue.Artists[row.Track.ArtistIndex].Name, row.Told, row.Skipped)),
            skips.MostSkipped);
    });

    [Fact]
    public void Of_PlayedToExactTenths_BelongsToTheClassThatBeginsThere()
    {
        var log = new LogOf();
        foreach (var tenth in Enumerable.Range(1, 9))
        {
            log.Play(tenth * 1_000_000L, tenth * 20_000, "Artist - Song", durationMs: 200_000);
        }

        Assert.Equal([0, 1, 1, 1, 1, 1, 1, 1, 1, 1], Skips.Of(log.View()).Shares);
    }

    [Fact]
    public void Of_ShortPlays_AreLookedAtWhateverTheCountingRule()
    {
        var skips = Skips.Of(new LogOf().Play("2026-03-01T10:00:00Z", 2, reasonEnd: "fwdbtn").Play("2026-03-01T11:00:00Z", reasonEnd: "unknown").View(rule: CountingRule.Finished));

        Assert.Equal((2, 1, 1, 1.0, 0), (skips.Plays, skips.Told, skips.Skipped, skips.SkipRate, skips.Completed));
    }

    [Fact]
    public void Of_NothingPlayed_HasNoRates()
    {
        var skips = Skips.Of(new LogOf().View());

        Assert.Equal((0, null, null, null), (skips.Plays, skips.SkipRate, skips.CompletionRate, skips.MeanShare));
        Assert.Empty(skips.Reasons);
    }

    private static bool IsTold(NaivePlay play) =>
        play.Detail.Flags.HasFlag(SightingTraits.SkippedTold) || !s_noReason.Contains(play.Detail.Circumstance.ReasonEnd);

    private static bool IsSkipped(NaivePlay play) => play.Detail.Circumstance.ReasonEnd switch
    {
        "fwdbtn" => true,
        "trackdone" => false,
        _ => play.Detail.Flags.HasFlag(SightingTraits.SkippedTold) && play.Detail.Flags.HasFlag(SightingTraits.Skipped),
    };

    private static bool IsCompleted(NaivePlay play, LogCatalogue catalogue) => s_noReason.Contains(play.Detail.Circumstance.ReasonEnd)
        ? catalogue.DurationMs(play.TrackIndex) is > 0 and var length && play.Ms >= 0.95 * length
        : play.Detail.Circumstance.ReasonEnd == "trackdone";
}
