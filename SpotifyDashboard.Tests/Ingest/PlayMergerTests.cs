using SpotifyDashboard.Ingest;
using SpotifyDashboard.Listening;
using static SpotifyDashboard.Tests.Ingest.Sightings;

namespace SpotifyDashboard.Tests.Ingest;

/// <summary>When two sightings are one play, and when they are not.</summary>
public sealed class PlayMergerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(29)]
    public void Extended_SamePlaySecondsApart_IsReportedTwice(int seconds)
    {
        var play = Assert.Single(Derive(Extended(0), Extended(seconds)));

        Assert.Equal(1, play.Play.Id);
    }

    [Fact]
    public void Extended_TrackLoopedBackToBack_IsKept() =>
        Assert.Equal(3, Derive(Extended(0, 31_000), Extended(31, 31_000), Extended(62, 31_000)).Count);

    [Fact]
    public void Extended_ShortTrackLooped_IsKept() =>
        Assert.Equal(4, Derive(Extended(0, 20_000), Extended(20, 20_000), Extended(40, 20_000), Extended(60, 20_000)).Count);

    [Fact]
    public void Extended_OtherMillisecondsSecondsApart_AreKept() =>
        Assert.Equal(2, Derive(Extended(0, 9_000), Extended(9, 8_000)).Count);

    [Fact]
    public void Extended_OfflineRowsThatShareOneEnd_AreKept()
    {
        var first = (Epoch / 1000) - 90_000;

        var plays = Derive(
            Extended(0, offline: first, wasOffline: true),
            Extended(0, offline: first + 200, wasOffline: true),
            Extended(0, offline: first + 400, wasOffline: true));

        Assert.Equal(3, plays.Count);
    }

    [Fact]
    public void PollAndExtended_WithinAMinute_AreOnePlayWithTheTimesOfTheExportAndTheContextOfThePoll()
    {
        var play = Assert.Single(Derive(Poll(20, ms: 214_000), Extended(0))).Play;

        Assert.Equal((2, Source.ExtendedExport, 200_000, 5, 2), (play.Id, play.Source, play.MsPlayed, play.ContextId, play.CircumstanceId));
    }

    [Fact]
    public void PollAndExtended_OtherIdSameNames_AreOnePlay() =>
        Assert.Single(Derive(Poll(5, track: 7, names: "same"), Extended(0, track: 8, names: "same")));

    [Fact]
    public void PollAndExtended_PollGivesTheStart_AreOnePlay() =>
        Assert.Single(Derive(Poll(-200), Extended(0, ms: 200_000)));

    [Fact]
    public void PollAndExtended_OfOtherTracks_AreTwo() =>
        Assert.Equal(2, Derive(Poll(0, track: 1), Extended(0, track: 2)).Count);

    [Fact]
    public void ShortLoop_WhosePartnersOverlapOnlyInPart_PairsTheNearestAndKeepsTheRest()
    {
        // The export saw the first two rounds, the poll the last two: three plays.
        Assert.Equal(3, Derive(Extended(0, 60_000), Extended(60, 60_000), Poll(60.4, 60_000), Poll(120.4, 60_000)).Count);
    }

    [Fact]
    public void AccountAndExtended_SameMinute_AreOnePlay() =>
        Assert.Single(Derive(Account(0), Extended(41)));

    [Fact]
    public void AccountRepeats_WithinTheirMinute_MeetAsManyExtendedRows()
    {
        var plays = Derive(
            Account(0, 15_000), Account(0, 15_000, occurrence: 1), Account(0, 15_000, occurrence: 2),
            Extended(15, 15_000), Extended(30, 15_000), Extended(45, 15_000));

        Assert.Equal(3, plays.Count);
        Assert.All(plays, play => Assert.Equal(Source.ExtendedExport, play.Play.Source));
    }

    [Fact]
    public void AccountRow_WithEqualLength_IsPreferredToANearerOneOfAnotherLength()
    {
        var sightings = Numbered([Account(0, 30_000), Extended(5, 4_000), Extended(40, 30_000)]);

        var merged = Assert.Single(PlayMerger.Derive(sightings), play => play.Others.Count > 0);

        Assert.Equal(30_000, merged.Play.MsPlayed);
    }

    [Fact]
    public void AllThreeSources_OfOnePlay_AreOne() =>
        Assert.Single(Derive(Account(0), Poll(32), Extended(30)));

    private static IReadOnlyList<MergedPlay> Derive(params IEnumerable<SightingFacts> sightings) => PlayMerger.Derive(Numbered(sightings));
}
