using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Catalogue.Palette;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Tests.Listening;

namespace SpotifyDashboard.Tests.Catalogue.Palette;

public sealed class PaletteSearchTests
{
    private static readonly string[] s_tracks = ["Rosa - Sunrise", "The Rose - Prose", "Émile - Rosé", "Primrose - Rosa rosae", "Primrose - Sunrise", "Émile - Other"];

    [Fact]
    public void Find_PartOfNames_PrefersPrefixThenWordStartThenInsideThenPlays()
    {
        var view = new LogOf()
            .Play("2026-06-01T10:00:00Z", 60, "Rosa - A")
            .Play("2026-06-01T11:00:00Z", 60, "X - Rosé")
            .Play("2026-06-01T12:00:00Z", 60, "X - Rosé")
            .Play("2026-06-01T13:00:00Z", 60, "The Rose - B")
            .Play("2026-06-01T14:00:00Z", 60, "Primrose - C")
            .View();

        Assert.Equal(["Rosé", "Rosa", "The Rose", "Primrose"], Names(PaletteSearch.Find(view, " RÖS", 10)));
    }

    [Fact]
    public void Find_WordsOfTitleAndArtist_FindsTheTrackAfterWholeMatches()
    {
        var view = new LogOf()
            .Play("2026-06-01T10:00:00Z", 60, "The Beatles - Yesterday", "Help!")
            .Play("2026-06-01T11:00:00Z", 60, "The Beatles - Help!", "Help!")
            .Play("2026-06-01T12:00:00Z", 60, "Other - Yesterday Beatles")
            .View();

        Assert.Equal([("Yesterday Beatles", "Other"), ("Yesterday", "The Beatles")], PaletteSearch.Find(view, "yesterday beatles", 10).Select(entry => (entry.Name, entry.Artist ?? "")));
    }

    [Fact]
    public void Find_RecordingUnderTwoIds_IsListedOnceWithAllItsPlays()
    {
        var view = new LogOf()
            .Play("2026-06-01T10:00:00Z", 60, "Various - Song", "Hits")
            .Play("2026-06-02T10:00:00Z", 60, "Beta - Song", "First")
            .AreOne("Various - Song", "Beta - Song")
            .View();

        var found = Assert.Single(PaletteSearch.Find(view, "song", 10));

        Assert.Equal(("Beta", 2, "/tracks/spotify2"), (found.Artist, found.Plays, found.Address));
    }

    [Theory]
    [InlineData("stat", "Statistics")]
    [InlineData("settings", "Settings")]
    [InlineData("dark", "Use the dark theme")]
    [InlineData("last 7", "Show last 7 days")]
    public void Find_PagesAndActions_ComeFirstAmongEquals(string typed, string first)
    {
        var view = new LogOf().Play("2026-06-01T10:00:00Z", 60, "Static - Statues").Play("2026-06-01T11:00:00Z", 60, "X - In the dark").View();

        Assert.Equal(first, PaletteSearch.Find(view, typed, 10)[0].Name);
    }

    [Fact]
    public void Find_NobodyOrNothingTyped_OffersPagesAndActions()
    {
        Assert.Same(PaletteShortcuts.All, PaletteSearch.Find(view: null, " \u200B", 1));
        Assert.Equal(["Status"], Names(PaletteSearch.Find(view: null, "status", 5)));
        Assert.Contains(PaletteShortcuts.All, entry => entry.Address == "/import");
        Assert.Equal(PaletteShortcuts.All.Count, PaletteShortcuts.All.Select(entry => entry.Key).Distinct().Count());
    }

    [Fact]
    public void Find_FewerAsked_IsTheStartOfMore() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Elements(s_tracks)).ToArbitrary(),
            Gen.Elements("r", "ro", "rose", "s", "e r", "sun pri").ToArbitrary(),
            Gen.Choose(1, 6).ToArbitrary(),
            (played, typed, limit) =>
            {
                var log = new LogOf();
                foreach (var (track, index) in played.Select((track, index) => (track, index)))
                {
                    log.Play(index * 1_000_000L, 60_000, track);
                }

                var view = log.View();
                var all = PaletteSearch.Find(view, typed, 1000);
                return PaletteSearch.Find(view, typed, limit).SequenceEqual(all.Take(limit)) && all.Select(entry => entry.Key).Distinct().Count() == all.Count;
            })
        .QuickCheckThrowOnFailure();

    private static IEnumerable<string> Names(IEnumerable<PaletteEntry> found) => found.Select(entry => entry.Name);
}
