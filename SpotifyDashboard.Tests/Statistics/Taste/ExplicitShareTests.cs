using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Tests.Statistics.Taste;

public sealed class ExplicitShareTests
{
    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var plays = Naive.CountedOf(view);

        var share = ExplicitShare.Of(view);

        Assert.Equal(Counts(plays), (share.Known, share.Explicit, share.Share));
        Assert.Equal((plays.Count, plays.Count == 0 ? null : (double?)share.Known / plays.Count), (share.Plays, share.Coverage));
        Assert.Equal(
            Naive.MonthsOf(view).Select(month => (month.Start, Counts(month.Plays))),
            share.Months.Select(month => (month.Start, (month.Known, month.Explicit, month.Share))));
    });

    private static (int Known, int Explicit, double? Share) Counts(List<NaivePlay> plays)
    {
        var marks = plays.Select(play => play.Standing.Explicit ?? play.Track.Explicit).OfType<bool>().ToList();
        var marked = marks.Count(mark => mark);
        return (marks.Count, marked, marks.Count == 0 ? null : (double)marked / marks.Count);
    }
}
