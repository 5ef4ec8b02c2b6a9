namespace SpotifyDashboard.Tests.Fakes;

public sealed class SpotifyWorldTests
{
    [Fact]
    public void World_OfTheSameSeed_IsTheSame()
    {
        static IEnumerable<(string Id, string? Isrc, int Ms, WorldFeatures? Sound)> Tracks(int seed) =>
            [.. new SpotifyWorld(seed).AddCatalogue(30).Select(track => (track.Id, track.Isrc, track.DurationMs, track.Features))];

        Assert.Equal(Tracks(3), Tracks(3));
        Assert.NotEqual(Tracks(3), Tracks(4));
    }

    [Fact]
    public void Ids_AreSpotifys()
    {
        var world = new SpotifyWorld();

        var ids = world.AddCatalogue(100).Select(track => Parameters.SpotifyId(track.Id)).ToList();

        Assert.Equal(100, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void PlayInRow_LeavesNoPause()
    {
        var world = new SpotifyWorld();
        var end = new DateTimeOffset(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);

        var plays = world.PlayInRow(world.AddUser("mara"), world.AddCatalogue(3), end);

        Assert.Equal(end, plays[2].EndedAt);
        Assert.Equal(TimeSpan.FromMilliseconds(plays[2].Track.DurationMs), plays[2].EndedAt - plays[1].EndedAt);
        Assert.Equal(TimeSpan.FromMilliseconds(plays[1].Track.DurationMs), plays[1].EndedAt - plays[0].EndedAt);
    }

    [Fact]
    public void Diary_OfTheSameSeed_IsTheSame_AndKeepsToItsStretch()
    {
        var from = new DateTimeOffset(2026, 11, 19, 0, 0, 0, TimeSpan.Zero);
        IReadOnlyList<(string Track, DateTimeOffset EndedAt, DateTimeOffset? VisibleAt)> Write()
        {
            var world = new SpotifyWorld();
            world.AddCatalogue(50);
            return [.. new WorldDiary(world, 7) { LateShare = 0.3, UnseenShare = 0.1 }.Write(world.AddUser("mara"), from, from.AddDays(2))
                .Select(play => (play.Track.Id, play.EndedAt, play.VisibleAt))];
        }

        var plays = Write();

        Assert.Equal(plays, Write());
        Assert.All(plays, play => Assert.InRange(play.EndedAt, from, from.AddDays(2)));
        Assert.Equal(plays.Select(play => play.EndedAt).Order(), plays.Select(play => play.EndedAt));
        Assert.Contains(plays, play => play.VisibleAt > play.EndedAt);
        Assert.Contains(plays, play => play.VisibleAt is null);
    }
}
