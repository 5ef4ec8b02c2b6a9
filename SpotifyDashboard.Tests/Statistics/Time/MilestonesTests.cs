using System.Globalization;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Statistics.Time;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Time;

public sealed class MilestonesTests
{
    private static readonly int[] s_counts = [10, 50, 100, 250, 500, 1_000];

    [Fact]
    public void Of_AnyPlays_FindsTheMomentsByCountingUp() => AnyHabit.Check(view =>
    {
        var all = Naive.CountedOf(view.Over(Period.Everything));
        var expected = Reached(MilestoneKind.Plays, [1, 100, 500, 1_000], all, plays => plays.Count)
            .Concat(Reached(MilestoneKind.Hours, s_counts, all, plays => plays.Sum(play => (long)play.Ms) / 3_600_000.0))
            .Concat(Reached(MilestoneKind.Tracks, s_counts, all, plays => plays.Select(play => play.StandingIndex).Distinct().Count()))
            .Concat(Reached(MilestoneKind.Artists, s_counts, all, plays => plays.Select(play => play.Standing.ArtistIndex).Distinct().Count()))
            .Where(milestone => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(milestone.At, view.Zone).DateTime) is var day && day >= (view.Period.From ?? day) && day <= (view.Period.To ?? day))
            .OrderBy(milestone => milestone.At).ThenBy(milestone => milestone.Kind).ThenBy(milestone => milestone.Value);

        var milestones = Milestones.Of(view);

        Assert.Equal(expected.Select(milestone => (milestone.Kind, milestone.Value, milestone.At)), milestones.Reached.Select(milestone => (milestone.Kind, milestone.Value, milestone.At)));
        Assert.Equal((all.Count, (int)(all.Sum(play => (long)play.Ms) / 3_600_000)), (milestones.Next[0].Have, milestones.Next[1].Have));
    });

    [Fact]
    public void Of_TwelveTracks_NamesTheTenthAndWhatComesNext()
    {
        var log = new LogOf();
        for (var track = 1; track <= 12; track++)
        {
            log.Play(string.Create(CultureInfo.InvariantCulture, $"2026-06-{track:00}T10:00:00Z"), 3600, string.Create(CultureInfo.InvariantCulture, $"Artist - Song {track}"));
        }

        var milestones = Milestones.Of(log.View(from: "2026-06-02"));

        Assert.Equal([(MilestoneKind.Hours, 10, "Song 10"), (MilestoneKind.Tracks, 10, "Song 10")], milestones.Reached.Select(reached => (reached.Kind, reached.Value, reached.Name)));
        Assert.Equal(
            [new NextMilestone(MilestoneKind.Plays, 100, 12), new NextMilestone(MilestoneKind.Hours, 50, 12), new NextMilestone(MilestoneKind.Tracks, 50, 12), new NextMilestone(MilestoneKind.Artists, 10, 1)],
            milestones.Next);
    }

    [Fact]
    public void Of_OneLongPlay_ReachesSeveralHoursAtOnce()
    {
        var milestones = Milestones.Of(new LogOf().Play("2026-06-01T10:00:00Z", 51 * 3600).View());

        Assert.Equal([(MilestoneKind.Plays, 1), (MilestoneKind.Hours, 10), (MilestoneKind.Hours, 50)], milestones.Reached.Select(reached => (reached.Kind, reached.Value)));
    }

    private static IEnumerable<(MilestoneKind Kind, int Value, DateTimeOffset At)> Reached(MilestoneKind kind, int[] values, List<NaivePlay> plays, Func<List<NaivePlay>, double> have) =>
        values.Where(value => have(plays) >= value).Select(value => (kind, value, plays.Where((_, index) => have(plays[..(index + 1)]) >= value).First().Local.ToUniversalTime()));
}
