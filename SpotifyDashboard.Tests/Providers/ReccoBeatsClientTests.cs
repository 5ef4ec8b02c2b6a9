using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.ReccoBeats;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers;

public sealed class ReccoBeatsClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetFeatures_ShuffledAnswer_IsMatchedById()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(40);
        tracks[3].IsUnknownToReccoBeats = true;

        var lookup = await bench.Get<ReccoBeatsClient>().GetFeaturesAsync([.. tracks.Select(track => track.Id)], Cancellation);

        Assert.Equal([tracks[3].Id], lookup.Missing);
        Assert.Equal(39, lookup.Found.Count);
        Assert.All(lookup.Found, pair => Assert.Equal(bench.World.FindTrack(pair.Key)?.Features?.Tempo, pair.Value.Values[Feature.Tempo]));
        Assert.All(lookup.Found.Values, features => Assert.False(features.Values.ContainsKey(Feature.TimeSignature)));
        Assert.Empty(bench.ReccoBeats.Violations);
    }

    [Fact]
    public async Task GetFeatures_AnswerWithSiblings_TakesExactMatchesOnly()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(1);
        var sibling = bench.World.AddTrack("Again", tracks[0].Album, isrc: tracks[0].Isrc);
        bench.ReccoBeats.AddsSiblings = true;

        var lookup = await bench.Get<ReccoBeatsClient>().GetFeaturesAsync([tracks[0].Id], Cancellation);

        Assert.Equal([tracks[0].Id], lookup.Found.Keys);
        Assert.DoesNotContain(sibling.Id, lookup.Found.Keys);
    }

    [Fact]
    public async Task GetTracks_Known_BringsLengthIsrcAndArtists()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var track = bench.World.AddCatalogue(1)[0];

        var found = (await bench.Get<ReccoBeatsClient>().GetTracksAsync([track.Id], Cancellation)).Found[track.Id];

        Assert.Equal((track.Name, track.DurationMs, track.Isrc, track.Popularity), (found.Title, found.DurationMs, found.Isrc, found.Popularity));
        Assert.Equal([new ReccoBeatsArtist(track.Artists[0].Id, track.Artists[0].Name)], found.Artists);
    }

    [Fact]
    public async Task Calls_OneAfterAnother_AreASecondApart()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(3);
        bench.ReccoBeats.Spacing = TimeSpan.FromSeconds(1);
        var client = bench.Get<ReccoBeatsClient>();

        await bench.DriveAsync(Task.WhenAll(AskTwiceAsync()));

        var arrivals = bench.ReccoBeats.Log.All.Select(request => request.At).ToList();
        Assert.Equal(2, arrivals.Count);
        Assert.True(arrivals[1] - arrivals[0] >= TimeSpan.FromSeconds(1));
        Assert.All(bench.ReccoBeats.Log.All, request => Assert.Equal(200, request.Status));

        async Task<int> AskTwiceAsync()
        {
            await client.GetFeaturesAsync([tracks[0].Id], Cancellation);
            await client.GetTracksAsync([tracks[1].Id], Cancellation);
            return 0;
        }
    }

    [Fact]
    public async Task Call_LongThrottling_IsNotProbedBefore()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var track = bench.World.AddCatalogue(1)[0];
        bench.ReccoBeats.Faults.Next(1, Fault.Answer(429, FaultBody.Empty, TimeSpan.FromMinutes(10)));
        var client = bench.Get<ReccoBeatsClient>();

        var first = await bench.FailAsync(client.GetTracksAsync([track.Id], Cancellation));
        var second = await bench.FailAsync(client.GetTracksAsync([track.Id], Cancellation));

        Assert.Equal((Failure.WaitUntil, first.RetryAt), (second.Failure, second.RetryAt));
        Assert.Single(bench.ReccoBeats.Log.All);
        Assert.Equal(first.RetryAt, bench.States.Of("reccobeats").NextTryAt);
    }

    [Fact]
    public async Task GetFeatures_MoreThanForty_IsRefusedBeforeItIsSent()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var ids = bench.World.AddCatalogue(41).Select(track => track.Id).ToList();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Get<ReccoBeatsClient>().GetFeaturesAsync(ids, Cancellation));
    }
}
