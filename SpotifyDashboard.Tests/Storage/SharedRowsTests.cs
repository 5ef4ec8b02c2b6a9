using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>The log of one listener among the music of many.</summary>
public sealed class SharedRowsTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Log_OfOneAmongTheMusicOfMany_HoldsTheirsWithAllThatIsKnownOfIt(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database, playsVersion: 1);
        await database.ExecuteAsync(
            $"""
            INSERT INTO artists (id, spotify_id, name) {Many("n, 'artist' || n, 'Artist ' || n")};
            INSERT INTO albums (id, spotify_id, artist_id, title, release_date) {Many("n, 'album' || n, n, 'Album ' || n, '2001'")};
            INSERT INTO tracks (id, spotify_id, name_key, title, artist_id, album_id, duration_ms, is_invented, named_at) {Many("n, 'track' || n, 'key' || n, 'Track ' || n, n, n, 1000 * n, false, 0")};
            INSERT INTO artist_genres (artist_id, genre, provenance, stored_at) {Many("n, 'genre ' || n, 'spotify', 0")};
            INSERT INTO circumstances (id, reason_start, reason_end, platform, country) {Many("n + 100, '', '', 'platform ' || n, 'SE'")};
            INSERT INTO play_contexts (id, uri) {Many("n, 'spotify:playlist:' || n")};
            INSERT INTO plays (listener_id, started_at, id, ended_at, ms_played, track_id, source, precision, circumstance_id, flags, context_id) VALUES
              ({listener}, 1000, 1, 2000, 1000, 17, 1, 1, 171, 0, 23), ({listener}, 5000, 2, 6000, 1000, 191, 1, 1, 1, 0, NULL);
            """);

        var log = new ListeningLogLoader(database.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<DashboardDbContext>>())
            .Load(listener, null, TestContext.Current.CancellationToken);

        Assert.Equal(["Track 17", "Track 191"], log.Catalogue.Tracks.Select(track => track.Title));
        Assert.Equal(["Artist 17", "Artist 191"], log.Catalogue.Artists.Select(artist => artist.Name));
        Assert.Equal(["Album 17", "Album 191"], log.Catalogue.Albums.Select(album => album.Title));
        Assert.Equal(["genre 17", "genre 191"], log.Catalogue.Genres);
        Assert.Equal(("platform 71", "spotify:playlist:23"), (log.DetailOf(0).Circumstance.Platform, log.DetailOf(0).Context?.Uri));
        Assert.Null(log.DetailOf(1).Context);
    }

    private static string Many(string columns) =>
        $"SELECT {columns} FROM (WITH RECURSIVE series(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM series WHERE n < 200) SELECT n FROM series) AS numbers";
}
