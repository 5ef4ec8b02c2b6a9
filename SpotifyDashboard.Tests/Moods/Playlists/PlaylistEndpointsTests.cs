using SpotifyDashboard.Jobs;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Moods.Playlists;

public sealed class PlaylistEndpointsTests
{
    [Fact]
    public async Task Post_ByAListenerWhoConsented_StartsAJob()
    {
        await using var bench = await PlaylistBench.StartAsync();

        var (status, body) = await bench.PostAsync(new { name = "Two", trackIds = new[] { bench.Tracks[1].Id, bench.Tracks[0].Id } });
        var job = await bench.EndOfAsync(body.GetProperty("jobId").GetGuid());

        Assert.Equal((202, JobState.Succeeded), (status, job.State));
        Assert.Equal([bench.Tracks[1].Uri, bench.Tracks[0].Uri], Assert.Single(bench.Spotify.Playlists).Uris);
    }

    [Fact]
    public async Task Post_WithoutTheScope_NamesTheAddressToAuthorise()
    {
        await using var bench = await PlaylistBench.StartAsync(SpotifyScopes.Library);

        var (status, body) = await bench.PostAsync(new { name = "Two", trackIds = new[] { bench.Tracks[0].Id } });

        Assert.Equal(409, status);
        Assert.Contains("/connect/login?scope=playlist-modify-private", body.GetProperty("authorizeUrl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OfWhatCannotBe_IsRefusedByName()
    {
        await using var bench = await PlaylistBench.StartAsync();
        var id = bench.Tracks[0].Id;

        (string Parameter, object Body)[] wrong =
        [
            ("name", new { trackIds = new[] { id } }),
            ("name", new { name = new string('x', 101), trackIds = new[] { id } }),
            ("trackIds", new { name = "None", trackIds = Array.Empty<string>() }),
            ("trackIds", new { name = "Unknown", trackIds = new[] { "nobodyknows" } }),
            ("trackIds", new { name = "Not on Spotify", trackIds = new[] { "name only" } }),
            ("tracks", new { name = "Misspelt", tracks = new[] { id } }),
        ];
        foreach (var (parameter, sent) in wrong)
        {
            var (status, body) = await bench.PostAsync(sent);
            Assert.Equal((400, parameter), (status, body.GetProperty("parameter").GetString()));
        }

        Assert.Empty(bench.Spotify.Playlists);
    }
}
