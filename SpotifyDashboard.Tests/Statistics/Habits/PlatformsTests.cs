using SpotifyDashboard.Listening;
using SpotifyDashboard.Statistics.Habits;

namespace SpotifyDashboard.Tests.Statistics.Habits;

public sealed class PlatformsTests
{
    [Theory]
    [InlineData("Android OS 9 API 28 (samsung, SM-G960F)", "Android")]
    [InlineData("Partner android_tv Sony;BRAVIA", "TV and cast")]
    [InlineData("Partner google cast_tv;Chromecast;;tpapi", "TV and cast")]
    [InlineData("web_player windows 10;chrome 107.0.0.0;desktop", "Web player")]
    [InlineData("iOS 14.2 (iPhone12,1)", "iOS")]
    [InlineData("OS X 10.15.7 [x86 8]", "macOS")]
    [InlineData("Windows 10 (10.0.19041; x64; AppX)", "Windows")]
    [InlineData("Linux [x86-64 0]", "Linux")]
    [InlineData("Partner amazon_fireos Amazon;Echo_Dot", "Speakers")]
    [InlineData("Partner scei sony_ps4;PlayStation", "Consoles")]
    [InlineData("Partner tesla Tesla;Model_3", "Cars")]
    [InlineData("WATCHOS 7", "iOS")]
    [InlineData("not_applicable", "Other")]
    [InlineData("", "Unknown")]
    public void Of_Platform_IsTheFirstFamilyThatMatches(string platform, string family) => Assert.Equal(family, PlatformFamily.Of(platform));

    [Fact]
    public void Of_AnyView_SaysWhatTheDefinitionSays() => Naive.Check(view =>
    {
        var plays = Naive.CountedOf(view);

        var platforms = Platforms.Of(view);

        Assert.Equal((plays.Count, plays.Count(play => play.Detail.Circumstance.Platform != "")), (platforms.Plays, platforms.Known));
        Assert.Equal(Sums(plays, play => PlatformFamily.Of(play.Detail.Circumstance.Platform)), platforms.Families.Select(family => (family.Name, family.Plays, family.Ms)));
        Assert.Equal(Sums(plays, play => play.Detail.Circumstance.Country is "" or "ZZ" ? "Unknown" : play.Detail.Circumstance.Country), platforms.Countries.Select(place => (place.Country, place.Plays, place.Ms)));
        Assert.Equal(Answers(plays, SightingTraits.ShuffleTold, SightingTraits.Shuffle), platforms.Shuffle);
        Assert.Equal(Answers(plays, SightingTraits.OfflineTold, SightingTraits.Offline), platforms.Offline);
        Assert.Equal(Answers(plays, SightingTraits.IncognitoTold, SightingTraits.Incognito), platforms.Private);
    });

    private static IEnumerable<(string Name, int Plays, long Ms)> Sums(IEnumerable<NaivePlay> plays, Func<NaivePlay, string> nameOf) => plays
        .GroupBy(nameOf)
        .Select(group => (Name: group.Key, Plays: group.Count(), Ms: group.Sum(play => (long)play.Ms)))
        .OrderByDescending(row => row.Plays).ThenByDescending(row => row.Ms).ThenBy(row => row.Name, StringComparer.Ordinal);

    private static Platforms.Answers Answers(IEnumerable<NaivePlay> plays, SightingTraits told, SightingTraits yes) =>
        new(plays.Count(play => play.Detail.Flags.HasFlag(told)), plays.Count(play => play.Detail.Flags.HasFlag(told) && play.Detail.Flags.HasFlag(yes)));
}
