using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>Rows for storage tests, made through the model.</summary>
internal static class Rows
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static async Task<int> ListenerAsync(TestDatabase database, bool isDemo = false, long playsVersion = 0)
    {
        await using var context = await database.OpenAsync();
        var listener = database.Listeners.Create(isDemo ? "Demo" : "You", isDemo);
        listener.PlaysVersion = playsVersion;
        context.Listeners.Add(listener);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return listener.Id;
    }

    /// <summary>An artist with one album and one track on it.</summary>
    public static async Task<Track> TrackAsync(TestDatabase database, string name, bool isInvented = false)
    {
        await using var context = await database.OpenAsync();
        var artist = new Artist { Name = $"{name} artist" };
        context.Artists.Add(artist);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var album = new Album { ArtistId = artist.Id, Title = $"{name} album" };
        context.Albums.Add(album);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var track = new Track { NameKey = NameKey.Of(artist.Name, name), Title = name, ArtistId = artist.Id, AlbumId = album.Id, IsInvented = isInvented };
        context.Tracks.Add(track);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        context.AudioFeatures.Add(new AudioFeatures { TrackId = track.Id, Energy = 0.5, Provenance = "test" });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return track;
    }

    /// <summary>A sighting and the play that it carries.</summary>
    public static async Task PlayAsync(TestDatabase database, int listenerId, Track track, long id)
    {
        await using var context = await database.OpenAsync();
        var end = s_start.AddMinutes(3 * id);
        context.Sightings.Add(new Sighting
        {
            Id = id,
            ListenerId = listenerId,
            EndedAt = end,
            Source = Source.ExtendedExport,
            TrackId = track.Id,
            MsPlayed = 120_000,
            CircumstanceId = Circumstance.UnknownId,
        });
        context.Plays.Add(new Play
        {
            Id = id,
            ListenerId = listenerId,
            StartedAt = end.AddMinutes(-2),
            EndedAt = end,
            MsPlayed = 120_000,
            TrackId = track.Id,
            Source = Source.ExtendedExport,
            Precision = Precision.Exact,
            CircumstanceId = Circumstance.UnknownId,
        });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
