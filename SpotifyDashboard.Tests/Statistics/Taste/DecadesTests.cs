using SpotifyDashboard.Statistics.Taste;

namespace SpotifyDashboard.Tests.Statistics.Taste;

public sealed class DecadesTests
{
    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var plays = Naive.CountedOf(view);
        var known = plays
            .Where(play => play.Standing.AlbumIndex >= 0)
            .Select(play => (Year: view.Log.Catalogue.Albums[play.Standing.AlbumIndex].ReleaseYear ?? 0, Play: play))
            .Where(pair => pair.Year > 0)
            .OrderBy(pair => pair.Year)
            .ToList();

        var decades = Decades.Of(view);

        Assert.Equal((known.Count, plays.Count, plays.Count == 0 ? null : (double?)known.Count / plays.Count), (decades.Known, decades.Plays, decades.Coverage));
        Assert.Equal(known.Count == 0 ? null : known[(known.Count - 1) / 2].Year, decades.MedianYear);
        Assert.Equal(
            known.GroupBy(pair => pair.Year / 10 * 10).Select(group => new Decades.Decade(
                group.Key, group.Count(), group.Sum(pair => (long)pair.Play.Ms), group.Select(pair => pair.Play.StandingIndex).Distinct().Count())),
            decades.Rows);
        Assert.Equal(known.GroupBy(pair => pair.Year).Select(group => new Decades.Year(group.Key, group.Count())), decades.Years);
    });
}
