using FsCheck;
using FsCheck.Fluent;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Listening;

public sealed class RecordingsTests
{
    private const int Catalogues = 500;

    [Fact]
    public void Group_SameCodeInAnySpelling_IsOneRecording()
    {
        var groups = Recordings.Group([Track(1, names: "a", isrc: "SEFAK2600001"), Track(2, names: "b", isrc: "se-fak-26-00001")], []);

        Assert.Equal([0, 0], groups);
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("SEFAK260000")]
    [InlineData("SEFAK26000Ö1")]
    public void Group_SameTextThatIsNoCode_IsTwoRecordings(string isrc) =>
        Assert.Equal([0, 1], Recordings.Group([Track(1, names: "a", isrc: isrc), Track(2, names: "b", isrc: isrc)], []));

    [Theory]
    [InlineData(200_000, 203_000, true)]
    [InlineData(200_000, 203_001, false)]
    [InlineData(200_000, null, false)]
    [InlineData(null, null, false)]
    public void Group_SameNames_IsOneRecordingWithinThreeSeconds(int? ms, int? otherMs, bool isOne)
    {
        var groups = Recordings.Group([Track(1, ms: ms), Track(2, ms: otherMs)], []);

        Assert.Equal(isOne, groups[0] == groups[1]);
    }

    [Fact]
    public void Group_LengthsThatLeadFromOneToTheNext_DoNotChain()
    {
        var groups = Recordings.Group([Track(1, ms: 200_000), Track(2, ms: 202_500), Track(3, ms: 205_000), Track(4, ms: 207_500)], []);

        Assert.Equal([0, 0, 2, 2], groups);
    }

    [Fact]
    public void Group_OneOfThemHasMoreKnown_StandsForBoth() => Assert.Equal(
        [1, 1, 1],
        Recordings.Group([Track(1, ms: 200_000), Track(2, ms: 201_000) with { HasAlbum = true }, Track(3) with { SpotifyId = null }], []));

    [Fact]
    public void Group_NoNames_AreNotTheSameNames() =>
        Assert.Equal([0, 1], Recordings.Group([Track(1, names: "", ms: 200_000), Track(2, names: "", ms: 200_000)], []));

    [Fact]
    public void Group_ToldApart_TheOthersStayTogether()
    {
        RecordingTrack[] tracks = [Track(1, isrc: "SEFAK2600001"), Track(2, isrc: "SEFAK2600001"), Track(3, isrc: "SEFAK2600001")];

        Assert.Equal([0, 1, 0], Recordings.Group(tracks, [(1, 2)]));
        Assert.Equal([0, 1, 1], Recordings.Group(tracks, [(2, 1), (3, 1)]));
        Assert.Equal([0, 0, 0], Recordings.Group(tracks, [(4, 5)]));
    }

    [Fact]
    public void Group_CodeOfTwoRecordings_GoesWithTheMoreTrustworthy()
    {
        // The third is told apart from the second, which has its code, and is as long as the first, which has another.
        RecordingTrack[] tracks =
        [
            Track(1, isrc: "SEFAK2600009", ms: 180_000), Track(2, isrc: "SEFAK2600001", ms: 186_000), Track(3, isrc: "SEFAK2600001", ms: 182_999), Track(4, isrc: "SEFAK2600001"),
        ];

        Assert.Equal([0, 1, 0, 0], Recordings.Group(tracks, [(2, 3)]));
    }

    [Fact]
    public void Group_NameOnlyToldApartFromTheFirst_GoesWithTheSecondOfItsNames() => Assert.Equal(
        [0, 1, 1],
        Recordings.Group([Track(1, ms: 200_000), Track(2, ms: 300_000), Track(3) with { SpotifyId = null }], [(1, 3)]));

    [Fact]
    public void Group_TracksInAnyOrder_GivesTheSameRecordings() => Check((tracks, splits, random) =>
    {
        var shuffled = tracks.ToArray();
        random.Shuffle(shuffled);

        return Pairs(tracks, Recordings.Group(tracks, splits)).SequenceEqual(Pairs(shuffled, Recordings.Group(shuffled, splits)));
    });

    [Fact]
    public void Group_AnyTracks_NeverJoinsWhatWasToldApart() => Check((tracks, splits, _) =>
    {
        var standsFor = Pairs(tracks, Recordings.Group(tracks, splits)).ToDictionary(pair => pair.Track, pair => pair.StandsFor);
        return splits.All(split => standsFor[split.Item1] != standsFor[split.Item2]);
    });

    [Fact]
    public void Group_AnyTracks_JoinsForAReasonAndMissesNoSameCode() => Check((tracks, _, _) =>
    {
        var groups = Recordings.Group(tracks, []);
        var members = Enumerable.Range(0, tracks.Length).ToLookup(index => groups[index]);
        var isReasoned = Enumerable.Range(0, tracks.Length).All(index => groups[index] == index || members[groups[index]].Any(other =>
            other != index
            && ((tracks[index].Isrc is not null && tracks[index].Isrc == tracks[other].Isrc)
                || (tracks[index].NameKey == tracks[other].NameKey
                    && (tracks[index].SpotifyId is null
                        || tracks[other].SpotifyId is null
                        || Math.Abs((tracks[index].DurationMs - tracks[groups[index]].DurationMs) ?? int.MaxValue) <= 3000)))));
        var byCode = Enumerable.Range(0, tracks.Length).Where(index => tracks[index].Isrc is not null).GroupBy(index => tracks[index].Isrc);
        return isReasoned
            && byCode.All(same => same.Select(index => groups[index]).Distinct().Count() == 1)
            && groups.All(standing => groups[standing] == standing);
    });

    private static IEnumerable<(int Track, int StandsFor)> Pairs(RecordingTrack[] tracks, int[] groups) =>
        tracks.Select((track, index) => (Track: track.Id, StandsFor: tracks[groups[index]].Id)).OrderBy(pair => pair.Track);

    private static void Check(Func<RecordingTrack[], List<(int, int)>, Random, bool> holds) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var tracks = Enumerable.Range(1, random.Next(1, 30)).Select(id => AnyTrack(id, random)).DistinctBy(track => (track.SpotifyId, track.SpotifyId is null ? track.NameKey : "")).ToArray();
        var splits = Enumerable.Range(0, random.Next(8))
            .Select(_ => (tracks[random.Next(tracks.Length)].Id, tracks[random.Next(tracks.Length)].Id))
            .Where(pair => pair.Item1 != pair.Item2)
            .ToList();
        return holds(tracks, splits, random);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Catalogues).WithEndSize(1_000_000));

    private static RecordingTrack AnyTrack(int id, Random random) => new(
        id,
        random.Next(5) == 0 ? null : $"id{id}",
        $"names {random.Next(4)}",
        random.Next(3) == 0 ? $"SEFAK260000{random.Next(6)}" : null,
        random.Next(3) == 0 ? null : 200_000 + random.Next(12_000),
        random.Next(2) == 0);

    private static RecordingTrack Track(int id, string names = "names", string? isrc = null, int? ms = null) =>
        new(id, $"id{id}", names, isrc, ms, HasAlbum: false);
}
