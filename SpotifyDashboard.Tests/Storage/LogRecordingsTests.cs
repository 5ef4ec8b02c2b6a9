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

    [Fact]
    public async Task Get_GenresOfSeveralSources_PrefersSpotifysAndTakesOthersWhereItHasNone()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        Play[] plays = [PlayOf(1, await database.AddTrackAsync("a", "A", "One")), PlayOf(2, await database.AddTrackAsync("b", "B", "Two")), PlayOf(3, await database.AddTrackAsync("c", "C", "Three"))];
        await database.AddPlaysAsync(plays);
        foreach (var (artist, genre, source) in new[] { ("One", "pop", "musicbrainz"), ("One", "dream pop", "spotify"), ("Two", "rock", "musicbrainz"), ("Two", "ambient", "musicbrainz") })
        {
            await database.ExecuteAsync($"INSERT INTO artist_genres (artist_id, genre, provenance, stored_at) SELECT id, '{genre}', '{source}', 0 FROM artists WHERE name = '{artist}'");
        }

        var catalogue = (await database.Logs.GetAsync(database.ListenerId, CancellationToken.None)).Catalogue;

        Assert.Equal(["ambient", "dream pop", "rock"], catalogue.Genres);
        Assert.Equal(
            ["dream pop", "ambient+rock", ""],
            catalogue.ArtistOf.ToArray().Select(artist => string.Join('+', catalogue.GenresOfArtists[artist].Select(genre => catalogue.Genres[genre]))));
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
