using SpotifyDashboard.Jobs;
using SpotifyDashboard.Moods.Playlists;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Moods.Playlists;

public sealed class PlaylistJobTests
{
    private const string ItemsPath = "/items";
    private const string PlaylistsPath = "/me/playlists";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Playlist_OfManyTracks_IsPrivateAndHoldsThemInOrder()
    {
        await using var bench = await PlaylistBench.StartAsync();

        var (_, job) = await bench.MakeAsync("Calm “evenings”", [.. bench.Tracks.Select(static track => track.Id), "name only"]);

        var made = Assert.Single(bench.Spotify.Playlists);
        Assert.Equal(JobState.Succeeded, job.State);
        Assert.Equal(("Calm “evenings”", false), (made.Name, made.IsPublic));
        Assert.Equal(bench.Tracks.Select(static track => track.Uri), made.Uris);
        Assert.Equal(3, bench.Spotify.Log.To(ItemsPath).Count);
        var result = Assert.NotNull(job.Result);
        Assert.Equal((230, 1), (result.GetProperty("added").GetInt32(), result.GetProperty("leftOut").GetInt32()));
        Assert.EndsWith(made.Id, result.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Tracks_WhoseAnswerGotLost_AreInThePlaylistOnceAfterAnotherTry(int callsBefore)
    {
        await using var bench = await PlaylistBench.StartAsync();
        var seen = 0;
        bench.Spotify.Faults.Next(1, Fault.Cut, request => request.Path.EndsWith(ItemsPath, StringComparison.Ordinal) && seen++ == callsBefore);

        var (row, failed) = await bench.MakeAsync("Lost", bench.Tracks.Select(static track => track.Id));
        var between = await bench.Playlists.ReadAsync(row.ListenerId, row.Id, Cancellation);
        await bench.Playlists.TryAgainAsync(await bench.ListenerAsync(), row.Id, Cancellation);
        var again = await bench.EndOfAsync((await bench.RowAsync(row.Id)).JobId ?? default);

        Assert.Equal((JobState.Failed, PlaylistState.Failed, JobState.Succeeded), (failed.State, between?.State, again.State));
        Assert.Equal(bench.Tracks.Select(static track => track.Uri), Assert.Single(bench.Spotify.Playlists).Uris);
    }

    [Fact]
    public async Task Job_KilledBetweenMakingAndFilling_GoesOnWithTheSamePlaylist()
    {
        await using var bench = await PlaylistBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Answer(403), ItemsPath);
        var (row, _) = await bench.MakeAsync("Once", bench.Tracks.Take(5).Select(static track => track.Id));

        // What a runner does with a job that a dead process left behind: the same input again.
        var repeated = await bench.EndOfAsync(await bench.Jobs.EnqueueAsync("playlist", row.ListenerId, new PlaylistJobInput(row.Id).ToJson(), Cancellation));
        var oncemore = await bench.EndOfAsync(await bench.Jobs.EnqueueAsync("playlist", row.ListenerId, new PlaylistJobInput(row.Id).ToJson(), Cancellation));

        Assert.Equal((JobState.Succeeded, JobState.Succeeded), (repeated.State, oncemore.State));
        Assert.Equal(5, Assert.Single(bench.Spotify.Playlists).Uris.Count);
    }

    [Fact]
    public async Task Making_WhoseAnswerGotLost_IsNotRepeatedBeforeTheListenerHasLooked()
    {
        await using var bench = await PlaylistBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Cut, PlaylistsPath);

        var (row, _) = await bench.MakeAsync("Perhaps", bench.Tracks.Take(3).Select(static track => track.Id));
        var repeated = await bench.EndOfAsync(await bench.Jobs.EnqueueAsync("playlist", row.ListenerId, new PlaylistJobInput(row.Id).ToJson(), Cancellation));

        Assert.Equal(JobState.Failed, repeated.State);
        Assert.Contains("Look whether it is among your playlists", repeated.Message, StringComparison.Ordinal);
        Assert.Equal(PlaylistState.Unsettled, (await bench.Playlists.ReadAsync(row.ListenerId, row.Id, Cancellation))?.State);
        Assert.Single(bench.Spotify.Playlists);

        await bench.Playlists.TryAgainAsync(await bench.ListenerAsync(), row.Id, Cancellation);
        Assert.Equal(JobState.Succeeded, (await bench.EndOfAsync((await bench.RowAsync(row.Id)).JobId ?? default)).State);
    }

    [Fact]
    public async Task Refusal_OfTheScope_IsForgottenAsGrantedAndAskedForAgain()
    {
        await using var bench = await PlaylistBench.StartAsync(SpotifyScopes.ModifyPrivate, real: SpotifyScopes.Library);

        var (row, job) = await bench.MakeAsync("Not allowed", bench.Tracks[0].Id);

        Assert.Contains("Spotify wants a new consent", job.Message, StringComparison.Ordinal);
        Assert.Equal(PlaylistAccess.NeedsConsent, await bench.Playlists.AccessAsync(await bench.ListenerAsync(), Cancellation));
        Assert.Null((await bench.RowAsync(row.Id)).UnsettledSince);
        Assert.Empty(bench.Spotify.Playlists);
    }

    [Fact]
    public async Task Wish_WithoutConsent_IsKeptAndSentToNobody()
    {
        await using var bench = await PlaylistBench.StartAsync(SpotifyScopes.Library);
        var listener = await bench.ListenerAsync();

        var (id, job) = await bench.Playlists.AskAsync(listener, "Later", await bench.FindAsync(bench.Tracks[0].Id), Cancellation);
        var view = await bench.Playlists.GoOnAsync(listener, id, Cancellation);

        Assert.Null(job);
        Assert.Equal(PlaylistState.AwaitsConsent, view?.State);
        Assert.DoesNotContain(bench.Spotify.Log.All, static request => request.Path.Contains("playlist", StringComparison.Ordinal));
    }
}
