using SpotifyDashboard.Demo;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Numerics;

namespace SpotifyDashboard.Tests.Demo;

public sealed class DemoDiaryTests
{
    private const int Seed = 1121;
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 21, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly s_firstDay = new(2024, 11, 20);

    private readonly DemoCatalogue _catalogue = DemoCatalogue.Create(Seed, s_now);

    [Fact]
    public void Catalogue_Made_HasInventedIdsThatNothingElseHas()
    {
        Assert.InRange(_catalogue.Tracks.Count, 880, 920);
        Assert.All(_catalogue.Tracks, track => Assert.Matches("^demo[0-9A-Za-z]{18}$", track.SpotifyId));
        Assert.Equal(_catalogue.Tracks.Count, _catalogue.Tracks.Select(track => track.SpotifyId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(_catalogue.Tracks.Count, _catalogue.Tracks.Select(track => NameKey.Of(track.Album.Artist.Name, track.Title)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Catalogue_Made_LacksSomeFeaturesAndKeepsTheRestInTheirRanges()
    {
        var known = _catalogue.Tracks.Select(track => track.Features).OfType<AudioFeatures>().ToList();

        Assert.InRange((double)known.Count / _catalogue.Tracks.Count, .90, .97);
        Assert.All(known, features =>
        {
            Assert.InRange(features.Energy ?? -1, 0, 1);
            Assert.InRange(features.Loudness ?? 1, -60, 0);
            Assert.InRange(features.Tempo ?? 0, 50, 220);
        });
    }

    [Fact]
    public void Catalogue_ClusteredIntoFive_GivesTheTrueMoods()
    {
        var known = _catalogue.Tracks.Where(track => track.Features is not null).ToList();
        var values = known.SelectMany(track => Features.Nine.Select(feature => (float)(track.Features?[feature] ?? double.NaN))).ToArray();
        var matrix = new FeatureMatrix(Features.Nine.Select(Features.KeyOf), values);

        var model = KMeans.Fit(StandardScaler.Fit(matrix).Transform(matrix), new KMeansOptions(5), TestContext.Current.CancellationToken);

        int[] truth = [.. known.Select(track => (int)track.Mood)];
        Assert.InRange(AdjustedRandIndex.Between(truth, model.Labels.AsSpan()), .95, 1);
    }

    [Fact]
    public void Diary_TwoYears_HasAboutTwelveThousandPlaysInOrderWithoutOverlap()
    {
        var plays = TwoYears(TimeZoneInfo.Utc);

        Assert.InRange(plays.Count, 11_000, 13_000);
        Assert.All(plays.Zip(plays.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.StartedAt));
        Assert.InRange(plays.Select(play => play.Track).Distinct().Count(), 850, _catalogue.Tracks.Count);
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kolkata")]
    public void Diary_InAnyZone_IsFullestOnFridayEveningsAndEmptyAtFive(string zoneId)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);
        var locals = TwoYears(zone).ConvertAll(play => TimeZoneInfo.ConvertTime(play.StartedAt, zone));

        var parts = locals.CountBy(local => (local.DayOfWeek, Part: local.Hour / 6)).MaxBy(pair => pair.Value).Key;

        Assert.Equal((DayOfWeek.Friday, 3), parts);
        Assert.DoesNotContain(locals, local => local.Hour == 5);
        Assert.DoesNotContain(locals, local => local is { Month: 4, Day: >= 12 and <= 15 });
    }

    [Fact]
    public void Diary_TwoYears_SkipsRepeatsAndKeepsDiscovering()
    {
        var plays = TwoYears(TimeZoneInfo.Utc);
        var met = plays.GroupBy(play => play.Track).Select(group => group.Min(play => play.StartedAt)).ToList();

        Assert.InRange(plays.Count(play => (play.Traits & SightingTraits.Skipped) != SightingTraits.None) / (double)plays.Count, .10, .16);
        Assert.True(plays.Zip(plays.Skip(1)).Count(pair => pair.First.Track == pair.Second.Track) > 200);
        Assert.InRange(met.Count(first => first > s_now.AddYears(-1)), 150, 500);
        Assert.All(plays, play => Assert.True(play.Track.DiscoveredOn <= (play.StartedAt - s_now.AddDays(-DemoDiary.Days)).TotalDays + 1));
    }

    [Fact]
    public void Diary_MadeTwice_IsTheSame()
    {
        var again = new DemoDiary(Seed, DemoCatalogue.Create(Seed, s_now), s_firstDay, TimeZoneInfo.Utc).Between(s_now.AddDays(-30), s_now);

        Assert.Equal(
            Diary(TimeZoneInfo.Utc).Between(s_now.AddDays(-30), s_now).Select(Told),
            again.Select(Told));
    }

    [Fact]
    public void Diary_OtherSeed_IsAnother()
    {
        var other = new DemoDiary(7, DemoCatalogue.Create(7, s_now), s_firstDay, TimeZoneInfo.Utc).Between(s_now.AddDays(-30), s_now);

        Assert.NotEqual(Diary(TimeZoneInfo.Utc).Between(s_now.AddDays(-30), s_now).Select(Told), other.Select(Told));
    }

    private static (string, DateTimeOffset, int, string) Told(DemoPlay play) => (play.Track.SpotifyId, play.EndedAt, play.MsPlayed, play.ReasonEnd);

    private List<DemoPlay> TwoYears(TimeZoneInfo zone) => [.. Diary(zone).Between(s_now.AddDays(-DemoDiary.Days), s_now)];

    private DemoDiary Diary(TimeZoneInfo zone) => new(Seed, _catalogue, s_firstDay, zone);
}
