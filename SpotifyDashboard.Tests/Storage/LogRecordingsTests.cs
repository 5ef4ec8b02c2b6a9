using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Storage;

public sealed class LogRecordingsTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Get_TracksOfOneRecording_CountAsOneUntilTheListenerTellsThemApart()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var other = await database.AddListenerAsync("Other");
        var single = await database.AddTrackAsync("idB", "Song", isrc: "sefak2600001");
        var album = await database.AddTrackAsync("idA", "Song (album version)", isrc: "SEFAK2600001");
        Play[] plays = [PlayOf(1, single), PlayOf(2, album)];
        await database.AddPlaysAsync(plays);
        await database.AddPlaysAsync(other, isRewrite: false, [PlayOf(3, single), PlayOf(4, album)]);
        var joined = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        await database.ExecuteAsync($"INSERT INTO recording_splits (listener_id, track_id, other_track_id, decided_at) VALUES ({database.ListenerId}, {single}, {album}, 0)");
        var apart = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
        var others = await database.Logs.GetAsync(other, CancellationToken.None);

        Assert.Equal([1, 1], joined.Catalogue.CountsAs.ToArray());
        Assert.Equal([0, 1], joined.Catalogue.SoundsAs.ToArray());
        Assert.Equal([0, 1], apart.Catalogue.CountsAs.ToArray());
        Assert.Equal([1, 1], others.Catalogue.CountsAs.ToArray());
    }

    private static Play PlayOf(long id, int track) => new()
    {
        Id = id,
        TrackId = track,
        StartedAt = s_noon.AddHours(id),
        EndedAt = s_noon.AddHours(id).AddMinutes(3),
        MsPlayed = 180_000,
        Source = Source.ExtendedExport,
        Precision = Precision.Exact,
        CircumstanceId = Circumstance.UnknownId,
    };
}
