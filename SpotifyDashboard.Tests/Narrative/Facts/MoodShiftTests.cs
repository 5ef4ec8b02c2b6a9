using SpotifyDashboard.Narrative.Facts;

namespace SpotifyDashboard.Tests.Narrative.Facts;

public sealed class MoodShiftTests
{
    [Fact]
    public void Find_ClearTurn_IsFoundWhereItIs()
    {
        int[][] days = [[8, 2, 0], [7, 2, 1], [8, 1, 1], [2, 8, 0], [1, 9, 0]];

        var shift = MoodShift.Find(days, [10, 10, 10, 10, 10]);

        Assert.Equal(new MoodShift(3, 0, 1, 23.0 / 30, 17.0 / 20), shift);
    }

    [Fact]
    public void Find_TooFewPlaysOnASide_IsNothing()
    {
        Assert.Null(MoodShift.Find([[14, 0], [0, 30]], [14, 30]));
        Assert.NotNull(MoodShift.Find([[15, 0], [0, 30]], [15, 30]));
    }

    [Fact]
    public void Find_MostPlaysWithoutAMood_IsNothing()
    {
        Assert.Null(MoodShift.Find([[20, 0], [0, 20]], [41, 20]));
        Assert.NotNull(MoodShift.Find([[20, 0], [0, 20]], [40, 20]));
    }

    [Fact]
    public void Find_SameMoodLeadsThroughout_IsNothing() => Assert.Null(MoodShift.Find([[90, 10], [55, 45]], [100, 100]));

    [Fact]
    public void Find_LeadChangesByLittle_IsNothing() => Assert.Null(MoodShift.Find([[55, 45], [45, 55]], [100, 100]));

    [Fact]
    public void Find_PlaysDrawnByChance_HardlyEverFindsOne()
    {
        var random = new Random(7);
        var found = 0;
        for (var week = 0; week < 1_000; week++)
        {
            int[][] days = [.. Enumerable.Range(0, 7).Select(_ => new int[5])];
            for (var play = 0; play < 70; play++)
            {
                days[random.Next(7)][random.Next(5)]++;
            }

            found += MoodShift.Find(days, [.. days.Select(day => day.Sum())]) is null ? 0 : 1;
        }

        Assert.InRange(found, 0, 20);
    }
}
