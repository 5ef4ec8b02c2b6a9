using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Survey.Songs;

namespace SpotifyDashboard.Tests.Survey.Songs;

public sealed class SongJudgeTests
{
    [Theory]
    [InlineData("Buddy Holly", "Wheezer", "Buddy Holly", "Weezer")]
    [InlineData("Never Going to Give You Up", "Rick Astley", "Never Gonna Give You Up", "Rick Astley")]
    [InlineData("weird fishes arpeggi", "Radiohead", "Weird Fishes/ Arpeggi", "Radiohead")]
    [InlineData("I dont want it at all", "Kim Petras", "I Don't Want It At All", "Kim Petras")]
    [InlineData("Seer", "brian jonestown massacre / sarabeth tucek", "Seer", "The Brian Jonestown Massacre")]
    [InlineData("Arabella", "arctic monkeys", "Arabella - Live", "Arctic Monkeys")]
    [InlineData("Blå Morgon", "Åsa", "bla morgon", "ASA")]
    [InlineData("Hello by Adele", null, "Hello", "Adele")]
    [InlineData("Adele - Hello", null, "Hello", "Adele")]
    public void Song_WithASlip_IsTheTrack(string title, string? artist, string found, string by)
    {
        var wanted = WantedSong.Of(title, artist, link: null)!;

        Assert.InRange(SongJudge.Certainty(wanted, new SongCandidate("id", found, [by])), SongJudge.Least, 1);
    }

    [Theory]
    [InlineData("Hello", "Adele", "Hello", "Lionel Richie")]
    [InlineData("Still", "Ben Folds", "Steel", "Some Band")]
    [InlineData("Patience", "Tame Impala", "Borderline", "Tame Impala")]
    public void Song_OfAnotherArtistOrTitle_IsNot(string title, string artist, string found, string by)
    {
        Assert.Null(SongJudge.Best(WantedSong.Of(title, artist, link: null)!, [new SongCandidate("id", found, [by])]));
    }

    [Fact]
    public void Best_OfSeveral_IsTheExactOne_ThenTheMorePopular()
    {
        var wanted = WantedSong.Of("Arabella", "Arctic Monkeys", link: null)!;
        SongCandidate[] candidates = [new("a", "Arabella - Live", ["Arctic Monkeys"], 99), new("b", "Arabella", ["Arctic Monkeys"], 10), new("c", "Arabella", ["Arctic Monkeys"], 60)];

        Assert.Equal(("c", 1.0), SongJudge.Best(wanted, candidates) is { } best ? (best.Track.TrackId, best.Certainty) : default);
    }

    [Fact]
    public void Song_WithoutAnArtist_IsLessCertain()
    {
        Assert.Equal(.85, SongJudge.Certainty(WantedSong.Of("Hello", artist: null, link: null)!, new SongCandidate("id", "Hello", ["Adele"])));
    }

    [Theory]
    [InlineData("https://open.spotify.com/track/0123456789abcdefABCDEF?si=1")]
    [InlineData("https://open.spotify.com/intl-de/track/0123456789abcdefABCDEF")]
    [InlineData("spotify:track:0123456789abcdefABCDEF")]
    public void Link_ToSpotify_IsTheTrack(string link)
    {
        Assert.Equal("0123456789abcdefABCDEF", WantedSong.Of("Any", "Body", link)?.TrackId);
        Assert.Equal("0123456789abcdefABCDEF", WantedSong.Of(link, artist: null, link: null)?.TrackId);
        Assert.Equal("0123456789abcdefABCDEF", WantedSong.TrackIdOf(link));
    }

    [Fact]
    public void Link_ToElsewhere_IsNoSong()
    {
        Assert.Null(WantedSong.Of("https://youtu.be/dQw4w9WgXcQ", artist: null, link: null));
        Assert.Null(WantedSong.Of(title: null, "Rick Astley", "https://youtu.be/dQw4w9WgXcQ"));
    }

    [Fact]
    public void Likeness_OfAnyTexts_IsSymmetricBoundedAndOneForTheSame() => Prop.ForAll<string, string>((one, other) =>
    {
        var (a, b) = (Spelling.Plain(one ?? ""), Spelling.Plain(other ?? ""));
        var likeness = Spelling.Likeness(a, b);
        return likeness == Spelling.Likeness(b, a) && likeness is >= 0 and <= 1 && likeness <= Spelling.Bound(a, b) + 1e-12 && (a.Length == 0 || Spelling.Likeness(a, a) == 1);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ab", "ba", .5)]
    [InlineData("weezer", "wheezer", 1 - (1.0 / 7))]
    public void Likeness_CountsSlips(string one, string other, double expected) => Assert.Equal(expected, Spelling.Likeness(one, other), 12);
}
