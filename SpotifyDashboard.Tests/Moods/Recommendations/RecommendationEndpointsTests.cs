using SpotifyDashboard.Jobs;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Moods.Recommendations;

public sealed class RecommendationEndpointsTests
{
    [Fact]
    public async Task Own_NamesWhatIsNotPlayedNow_EachWithATrueReason()
    {
        await using var bench = await RecommendationBench.StartAsync();

        var (status, body) = await bench.GetAsync("/api/recommendations");
        var items = body.EnumerateArray().ToList();
        var ids = await bench.ListAsync("own");

        Assert.Equal(200, status);
        var loved = items.Find(item => item.GetProperty("trackId").GetString() == bench.Tracks[5].Id);
        Assert.StartsWith("You played it 12 times between March and May 2024, not once since June 2024. ", loved.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains(items, static item => item.GetProperty("reason").GetString()?.StartsWith("You played it 2 times, last in January 2025. ", StringComparison.Ordinal) == true);
        Assert.Empty(ids.Intersect(bench.Tracks.Take(5).Select(static track => track.Id), StringComparer.Ordinal));
        Assert.Equal(15, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(items, static item => Assert.InRange(item.GetProperty("score").GetDouble(), 0, 1));
        Assert.Equal(ids, await bench.ListAsync("own"));
    }

    [Fact]
    public async Task Verdicts_ChangeTheListAtOnce_AndCanBeTakenBack()
    {
        await using var bench = await RecommendationBench.StartAsync();
        var before = await bench.ListAsync("own");

        await bench.SayAsync(before[0], "down");
        var without = await bench.ListAsync("own");
        await bench.SayAsync(before[0], "none");
        var again = await bench.ListAsync("own");
        await bench.SayAsync(before[^1], "up");
        var (_, liked) = await bench.GetAsync("/api/recommendations");

        Assert.DoesNotContain(before[0], without);
        Assert.Equal(before, again);
        Assert.NotEqual(before, liked.EnumerateArray().Select(static item => item.GetProperty("trackId").GetString()));
        Assert.Equal(404, (await bench.SayAsync("nobodyknows", "up")).Status);
        Assert.Equal(400, (await bench.SayAsync(before[0], "perhaps")).Status);
    }

    [Fact]
    public async Task New_IsEmptyUntilFetched_ThenNamesWhatIsNotInTheLibrary()
    {
        await using var bench = await RecommendationBench.StartAsync();
        var library = bench.Tracks.Take(RecommendationBench.LibrarySize).Select(static track => track.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(await bench.ListAsync("new"));
        Assert.Empty(bench.ReccoBeats.Log.To("/recommendation"));

        var job = await bench.FetchAsync();
        var fetched = await bench.ListAsync("new");
        await bench.SayAsync(fetched[0], "down");
        var without = await bench.ListAsync("new");
        await bench.FetchAsync();
        var refetched = await bench.ListAsync("new");

        Assert.Equal(JobState.Succeeded, job.State);
        Assert.NotEmpty(fetched);
        Assert.Empty(fetched.Intersect(library, StringComparer.Ordinal));
        Assert.DoesNotContain(fetched[0], without);
        Assert.DoesNotContain(fetched[0], refetched);
        Assert.Contains($"negativeSeeds={fetched[0]}", bench.ReccoBeats.Log.To("/recommendation")[^1].Query, StringComparison.Ordinal);
        Assert.Equal(404, (await bench.GetAsync($"/api/tracks/{fetched[0]}")).Status);
    }

    [Fact]
    public async Task New_UnderAnotherIdOfARecordingOfTheLibraryOrARefusedOne_IsLeftOut()
    {
        await using var bench = await RecommendationBench.StartAsync();
        await bench.FetchAsync();
        var refused = (await bench.ListAsync("new"))[0];
        await bench.SayAsync(refused, "down");
        var world = bench.Tracks.Single(track => track.Id == refused);
        var sibling = bench.AddAgain(world);

        await bench.FetchAsync();

        Assert.DoesNotContain(sibling.Id, await bench.ListAsync("new"));
    }

    [Fact]
    public async Task Fetch_WhileReccoBeatsFails_SaysSoAndKeepsWhatWasThere()
    {
        await using var bench = await RecommendationBench.StartAsync();
        await bench.FetchAsync();
        var before = await bench.ListAsync("new");
        bench.ReccoBeats.Faults.Always(Fault.Answer(400), static request => request.Path.EndsWith("/recommendation", StringComparison.Ordinal));

        var job = await bench.FetchAsync();

        Assert.Equal(JobState.Failed, job.State);
        Assert.Contains("ReccoBeats refused (400)", job.Message, StringComparison.Ordinal);
        Assert.Equal(before, await bench.ListAsync("new"));
    }

    [Theory]
    [InlineData("/api/recommendations?kind=other", "kind")]
    [InlineData("/api/recommendations?limit=0", "limit")]
    [InlineData("/api/recommendations?limit=51", "limit")]
    [InlineData("/api/recommendations?mood=1", "mood")]
    public async Task WrongParameter_IsNamed(string address, string parameter)
    {
        await using var bench = await RecommendationBench.StartAsync();

        var (status, body) = await bench.GetAsync(address);

        Assert.Equal((400, parameter), (status, body.GetProperty("parameter").GetString()));
    }
}
