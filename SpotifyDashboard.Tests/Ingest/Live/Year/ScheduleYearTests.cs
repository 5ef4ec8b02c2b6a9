namespace SpotifyDashboard.Tests.Ingest.Live.Year;

/// <summary>A month of the simulation whose year runs in the benchmarks.</summary>
public sealed class ScheduleYearTests
{
    private const int Days = 30;
    private static readonly YearHabit[] s_everybody = Enum.GetValues<YearHabit>();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Auto_ForOneHeavyListener_LosesNothingWithinTwoHundredCallsADay(int seed)
    {
        var report = YearRun.Follow(YearWorld.Create(seed, Days, YearHabit.Heavy), fixedInterval: null);

        Assert.Equal((0, 0), (report.LostUnasked, report.LostInShortOutages));
        Assert.InRange(report.MostCalls, 60, 200);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Auto_ForFive_LosesNothingWithinFourHundredAndFiftyCallsADay(int seed)
    {
        var report = YearRun.Follow(YearWorld.Create(seed, Days, s_everybody), fixedInterval: null);

        Assert.Equal((0, 0), (report.LostUnasked, report.LostInShortOutages));
        Assert.InRange(report.MostCalls, 250, 450);
    }

    [Fact]
    public void HalfHours_ForWhoeverSkips_LosePlays()
    {
        var lost = Enumerable.Range(1, 5).Sum(seed => YearRun.Follow(YearWorld.Create(seed, Days, YearHabit.Skipper), TimeSpan.FromMinutes(30)).LostUnasked);

        Assert.True(lost > 0, "The simulation can't tell a careless schedule from a careful one.");
    }
}
