using SpotifyDashboard.Providers.MusicBrainz;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers;

public sealed class MusicBrainzClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetGenres_KnownArtist_BringsGenresByVotes()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var artist = bench.World.AddArtist("Nordlys Kollektiv");
        artist.MusicBrainzId = Guid.Parse("5b11f4ce-a62d-471e-81fc-a69a8278c7da");
        artist.MusicBrainzGenres = [("ambient", 2), ("dream pop", 9)];

        var genres = await bench.DriveAsync(bench.Get<MusicBrainzClient>().GetGenresAsync(artist.Id, Cancellation));

        Assert.Equal(["dream pop", "ambient"], genres?.Genres);
        Assert.Equal(artist.MusicBrainzId, genres?.ArtistId);
        Assert.Empty(bench.MusicBrainz.Violations);
        Assert.All(bench.MusicBrainz.Log.All, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task GetGenres_UnknownArtist_IsNull()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var artist = bench.World.AddArtist("Nobody");

        Assert.Null(await bench.DriveAsync(bench.Get<MusicBrainzClient>().GetGenresAsync(artist.Id, Cancellation)));
    }

    [Fact]
    public async Task GetGenres_ToldToSlowDown_WaitsAndAsksAgain()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var artist = bench.World.AddArtist("Nobody");
        // Longer than the pause between two calls, so that there is one wait to drive the clock over, not two.
        bench.MusicBrainz.Faults.Next(2, Fault.Answer(503, retryAfter: TimeSpan.FromSeconds(2)));

        Assert.Null(await bench.DriveAsync(bench.Get<MusicBrainzClient>().GetGenresAsync(artist.Id, Cancellation)));

        Assert.Equal(3, bench.MusicBrainz.Log.All.Count);
        Assert.False(bench.States.Of("musicbrainz").IsFailing);
    }
}
