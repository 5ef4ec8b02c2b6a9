using SpotifyDashboard.Statistics.Habits;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Statistics.Habits;

public sealed class ContextsTests
{
    [Theory]
    [InlineData("spotify:playlist:37i9dQ", "playlist")]
    [InlineData("spotify:user:someone:playlist:37i9dQ", "playlist")]
    [InlineData("spotify:album:1", "album")]
    [InlineData("spotify:artist:1", "artist")]
    [InlineData("spotify:collection", "saved")]
    [InlineData("spotify:collection:your-episodes", "saved")]
    [InlineData("spotify:user:someone:collection", "saved")]
    [InlineData("spotify:show:1", "other")]
    [InlineData("", "other")]
    public void KindOf_Uri_IsWhatPlayWasPressedOn(string uri, string kind) => Assert.Equal(kind, Contexts.KindOf(uri));

    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var plays = Naive.CountedOf(view);
        var known = plays.FindAll(play => play.Detail.Context is not null);

        var contexts = Contexts.Of(view, 3);

        Assert.Equal((known.Count, plays.Count, plays.Count == 0 ? null : (double?)known.Count / plays.Count), (contexts.Known, contexts.Plays, contexts.Coverage));
        Assert.Equal(Sums(known, play => Contexts.KindOf(UriOf(play))), contexts.Kinds.Select(kind => (kind.Name, kind.Plays, kind.Ms)));
        Assert.Equal(Sums(known, UriOf).Take(3), contexts.Top.Select(origin => (origin.Uri, origin.Plays, origin.Ms)));
        Assert.All(contexts.Top, origin => Assert.Equal(Contexts.KindOf(origin.Uri), origin.Kind));
        Assert.All(contexts.Top, origin => Assert.Equal(NameOf(origin.Uri), origin.Name));
    });

    [Fact]
    public void Of_NothingPlayed_IsEmpty() => Assert.Equal((0, null, 0), Contexts.Of(new LogOf().View(), 10) is var none ? (none.Known, none.Coverage, none.Top.Count) : default);

    /// <summary>What <see cref="AnyView"/> calls the albums and artists of its contexts.</summary>
    private static string? NameOf(string uri) => uri switch
    {
        "spotify:album:al1" => "Album 1",
        "spotify:artist:ar2" => "Artist 2",
        _ => null,
    };

    private static string UriOf(NaivePlay play) => play.Detail.Context?.Uri ?? "";

    private static IEnumerable<(string Name, int Plays, long Ms)> Sums(IEnumerable<NaivePlay> plays, Func<NaivePlay, string> nameOf) => plays
        .GroupBy(nameOf)
        .Select(group => (Name: group.Key, Plays: group.Count(), Ms: group.Sum(play => (long)play.Ms)))
        .OrderByDescending(row => row.Plays).ThenByDescending(row => row.Ms).ThenBy(row => row.Name, StringComparer.Ordinal);
}
