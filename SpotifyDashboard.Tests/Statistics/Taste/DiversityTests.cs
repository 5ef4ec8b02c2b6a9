using SpotifyDashboard.Statistics.Taste;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Taste;

public sealed class DiversityTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var diversity = Diversity.Of(view);

        AssertSpread(Naive.CountedOf(view), diversity.Plays, diversity.Artists, diversity.Shannon, diversity.EffectiveArtists, diversity.Evenness, diversity.Gini);
        Assert.Equal(Naive.MonthsOf(view).Select(month => month.Start), diversity.Months.Select(month => month.Start));
        Assert.All(diversity.Months.Zip(Naive.MonthsOf(view)), pair =>
            AssertSpread(pair.Second.Plays, pair.First.Plays, pair.First.Artists, pair.First.Shannon, pair.First.EffectiveArtists, pair.First.Evenness, pair.First.Gini));
    });

    [Fact]
    public void Of_FourArtistsPlayedAlike_IsAsDiverseAsFour()
    {
        var diversity = Diversity.Of(new LogOf()
            .Play("2026-03-01T10:00:00Z", track: "A - x").Play("2026-03-01T11:00:00Z", track: "B - x").Play("2026-03-01T12:00:00Z", track: "C - x").Play("2026-03-01T13:00:00Z", track: "D - x")
            .View());

        Assert.Equal((2.0, 4.0, 1.0, 0.0), (diversity.Shannon, diversity.EffectiveArtists, diversity.Evenness, diversity.Gini));
    }

    [Fact]
    public void Of_OneArtist_IsNotDiverseAtAll()
    {
        var diversity = Diversity.Of(new LogOf().Play("2026-03-01T10:00:00Z").Play("2026-03-01T11:00:00Z").View());

        Assert.Equal((0.0, 1.0, null, 0.0), (diversity.Shannon, diversity.EffectiveArtists, diversity.Evenness, diversity.Gini));
    }

    [Fact]
    public void Of_MonthWithoutPlays_IsListedWithoutValues()
    {
        var diversity = Diversity.Of(new LogOf().Play("2026-01-31T10:00:00Z").Play("2026-03-01T11:00:00Z").View());

        Assert.Equal(new Diversity.Month(new(2026, 2, 1), 0, 0, null, null, null, null), diversity.Months[1]);
    }

    private static void AssertSpread(List<NaivePlay> played, int plays, int artists, double? shannon, double? effective, double? evenness, double? gini)
    {
        var x = played.GroupBy(play => play.Standing.ArtistIndex).Select(group => (double)group.Count()).Order().ToArray();
        var entropy = -x.Sum(count => count / played.Count * Math.Log2(count / played.Count));
        Assert.Equal((played.Count, x.Length), (plays, artists));
        if (x.Length == 0)
        {
            Assert.Equal((null, null, null, null), (shannon, effective, evenness, gini));
            return;
        }

        Assert.Equal(entropy, shannon ?? -1, Tolerance);
        Assert.Equal(Math.Pow(2, entropy), effective ?? -1, Tolerance * 10);
        Assert.Equal(x.Length < 2 ? -1 : entropy / Math.Log2(x.Length), evenness ?? -1, Tolerance);
        Assert.Equal(x.Select((count, index) => ((2 * (index + 1)) - x.Length - 1) * count).Sum() / (x.Length * x.Sum()), gini ?? -1, Tolerance);
    }
}
