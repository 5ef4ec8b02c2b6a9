using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class HeatmapTests
{
    [Fact]
    public void Of_AnyPlaysInAnyZone_EqualsCountingOneByOne()
    {
        var started = Gen.Choose(0, int.MaxValue).Select(part => 1_200_000_000_000 + (part * 300L));
        var plays = started.SelectMany(at => Gen.Choose(0, 300_000).Select(ms => (at, ms))).ListOf();
        var zones = Gen.Elements("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia");
        var cases = zones.SelectMany(zone => plays.Select(list => (zone, list)));

        Prop.ForAll(Arb.From(cases), one =>
        {
            var log = new LogOf();
            foreach (var (at, ms) in one.list)
            {
                log.Play(at, ms);
            }

            var heatmap = Heatmap.Of(log.View(one.zone, rule: CountingRule.All));

            var expected = new long[7, 24];
            var zone = TimeZoneInfo.FindSystemTimeZoneById(one.zone);
            foreach (var (at, ms) in one.list)
            {
                var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(at), zone);
                expected[((int)local.DayOfWeek + 6) % 7, local.Hour] += ms;
            }

            Assert.Equal(expected.Cast<long>(), heatmap.Ms.SelectMany(hours => hours));
            Assert.Equal(one.list.Count, heatmap.Plays.Sum(hours => hours.Sum()));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Caption_NamesTheDayAndPartWithMostPlays()
    {
        var view = new LogOf()
            .Play("2026-06-05T17:59:00Z") // Friday afternoon in UTC, evening in Berlin
            .Play("2026-06-12T20:00:00Z")
            .Play("2026-06-08T08:00:00Z")
            .View("Europe/Berlin");

        Assert.Equal("You listened most on Friday evenings.", Heatmap.Of(view).Caption);
    }

    [Fact]
    public void Caption_NothingPlayed_SaysSo()
    {
        Assert.Equal("Nothing was played in this period.", Heatmap.Of(new LogOf().View()).Caption);
    }
}
