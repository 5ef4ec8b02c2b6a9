using SpotifyDashboard.Listening;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers;

public sealed class SpotifyClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetRecentlyPlayed_FiftyPlays_AreAllThereWithContextAndRawJson()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(60);
        bench.World.PlayInRow(bench.Mara, tracks, bench.Time.GetUtcNow());
        bench.World.Play(bench.Mara, tracks[0], bench.Time.GetUtcNow(), contextUri: "spotify:playlist:3dFakePlaylist0000001");

        var plays = await bench.Client.GetRecentlyPlayedAsync(ProvidersBench.Listener, after: null, Cancellation);

        Assert.Equal(50, plays.Count);
        Assert.Contains(plays, play => play.ContextUri == "spotify:playlist:3dFakePlaylist0000001");
        Assert.All(plays, play => Assert.Contains($"\"id\":\"{play.Track.Id}\"", play.Track.Json, StringComparison.Ordinal));
        Assert.Empty(bench.Spotify.Violations);
        Assert.Equal([new BudgetedCall("recently-played", CallPriority.Poll) { ListenerId = ProvidersBench.Listener }], bench.Budget.Taken);
        Assert.Equal([200], bench.Budget.Completed);
    }

    [Fact]
    public async Task GetRecentlyPlayed_After_AsksForLaterPlaysOnly()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var track = bench.World.AddCatalogue(1)[0];
        var early = bench.World.Play(bench.Mara, track, bench.Time.GetUtcNow().AddHours(-2));
        var late = bench.World.Play(bench.Mara, track, bench.Time.GetUtcNow().AddHours(-1));

        var plays = await bench.Client.GetRecentlyPlayedAsync(ProvidersBench.Listener, early.EndedAt, Cancellation);

        Assert.Equal([late.EndedAt], plays.Select(play => play.EndedAt));
    }

    [Fact]
    public async Task GetRecentlyPlayed_HostileNames_ComeUnchanged()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddHostileTracks();
        bench.World.PlayInRow(bench.Mara, tracks, bench.Time.GetUtcNow());

        var plays = await bench.Client.GetRecentlyPlayedAsync(ProvidersBench.Listener, after: null, Cancellation);

        Assert.Equal(SpotifyWorld.HostileNames.Reverse(), plays.Select(play => play.Track.Name));
        Assert.Equal(SpotifyWorld.HostileNames.Reverse(), plays.Select(play => play.Track.Album?.Name));
    }

    [Fact]
    public async Task EveryEndpoint_OfTheContract_IsAskedAsListed()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(3);
        bench.World.PlayInRow(bench.Mara, tracks, bench.Time.GetUtcNow());
        bench.World.Save(bench.Mara, tracks[1], bench.Time.GetUtcNow());

        var profile = await bench.Client.GetProfileAsync(bench.Spotify.GiveAccessToken(bench.Mara), Cancellation);
        var topTracks = await bench.Client.GetTopTracksAsync(ProvidersBench.Listener, SpotifyTimeRange.ShortTerm, Cancellation);
        var topArtists = await bench.Client.GetTopArtistsAsync(ProvidersBench.Listener, SpotifyTimeRange.LongTerm, Cancellation);
        var saved = await bench.Client.GetSavedTracksAsync(ProvidersBench.Listener, offset: 0, Cancellation);

        Assert.Equal((bench.Mara.AccountId, "mara.l", "Mara Lindqvist"), (profile.AccountId, profile.UserId, profile.DisplayName));
        Assert.Equal(3, topTracks.Count);
        Assert.Equal(["indie pop"], topArtists.Single().Genres);
        Assert.Equal((tracks[1].Id, 1, false), (saved.Items.Single().Track.Id, saved.Total, saved.HasNext));
        Assert.Equal(tracks[1].Isrc, saved.Items.Single().Track.Isrc);
        Assert.Empty(bench.Spotify.Violations);
        Assert.Equal(["me", "top", "top", "saved"], bench.Budget.Taken.Select(call => call.EndpointGroup));
    }

    [Fact]
    public async Task GetTracks_DevelopmentApp_LearnsOnceAndAsksOneByOne()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(3);

        var first = await bench.Client.GetTracksAsync(ProvidersBench.Listener, [tracks[0].Id, tracks[1].Id, "0000000000000000000000"], Cancellation);
        await bench.Client.GetTracksAsync(ProvidersBench.Listener, [tracks[1].Id, tracks[2].Id], Cancellation);

        Assert.Equal([tracks[0].Id, tracks[1].Id], first.Found.Keys);
        Assert.Equal(["0000000000000000000000"], first.Unknown);
        Assert.Null(first.Stopped);
        Assert.Single(bench.Spotify.Log.To("/tracks"));
        Assert.Equal(6, bench.Budget.Taken.Count);
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task GetTracks_ExtendedApp_AsksForFiftyAtOnce()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.App.Mode = SpotifyMode.Extended;
        var tracks = bench.World.AddCatalogue(70);

        var lookup = await bench.Client.GetTracksAsync(ProvidersBench.Listener, [.. tracks.Select(track => track.Id), "0000000000000000000000"], Cancellation);

        Assert.Equal(70, lookup.Found.Count);
        Assert.Equal(["0000000000000000000000"], lookup.Unknown);
        Assert.Equal(2, bench.Budget.Taken.Count);
    }

    [Fact]
    public async Task GetTracks_RelinkedTrack_IsKeyedByTheIdAskedFor()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.App.Mode = SpotifyMode.Extended;
        var tracks = bench.World.AddCatalogue(2);
        tracks[0].RelinkedTo = tracks[1];

        var lookup = await bench.Client.GetTracksAsync(ProvidersBench.Listener, [tracks[0].Id, tracks[1].Id], Cancellation);

        Assert.Equal(tracks[1].Id, lookup.Found[tracks[0].Id].Id);
        Assert.Equal(2, lookup.Found.Count);
    }

    [Fact]
    public async Task GetTracks_BudgetEnds_StopsWithWhatItHas()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(4);
        bench.Budget.Limit = 3;

        var lookup = await bench.Client.GetTracksAsync(ProvidersBench.Listener, [.. tracks.Select(track => track.Id)], Cancellation);

        Assert.Equal(2, lookup.Found.Count);
        Assert.Equal(Failure.WaitUntil, lookup.Stopped?.Failure);
        Assert.Empty(lookup.Unknown);
    }

    [Fact]
    public async Task GetTracks_PremiumLapsed_IsNoReasonToGiveUpBatches()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(2);
        bench.Spotify.App.OwnerHasPremium = false;

        var lookup = await bench.Client.GetTracksAsync(ProvidersBench.Listener, [.. tracks.Select(track => track.Id)], Cancellation);

        Assert.Equal(Failure.Misconfigured, lookup.Stopped?.Failure);
        Assert.True(await bench.Get<ISpotifyCapabilities>().HasAsync(SpotifyCapability.BatchGet, Cancellation));
    }

    [Fact]
    public async Task GetTracks_BatchAnswersTooManyFromItsFirstCall_IsGoneNotThrottled()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var tracks = bench.World.AddCatalogue(2);
        bench.Spotify.Faults.Always(Fault.Answer(429, FaultBody.PlainText, TimeSpan.FromHours(20)), request => request.Path.EndsWith("/tracks", StringComparison.Ordinal));

        var lookup = await bench.Client.GetTracksAsync(ProvidersBench.Listener, [.. tracks.Select(track => track.Id)], Cancellation);

        Assert.Equal(2, lookup.Found.Count);
        Assert.False(await bench.Get<ISpotifyCapabilities>().HasAsync(SpotifyCapability.BatchGet, Cancellation));
        Assert.Equal("tracks-batch", Assert.Single(bench.Budget.Blocks).Group);
    }

    [Theory]
    [InlineData(SpotifyMode.Development, 0, Failure.NotAvailable)]
    [InlineData(SpotifyMode.Extended, 2, null)]
    public async Task GetAudioFeatures_IsThereForExtendedAppsOnly(SpotifyMode mode, int found, Failure? stopped)
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.App.Mode = mode;
        var tracks = bench.World.AddCatalogue(2);

        await bench.Client.GetAudioFeaturesAsync(ProvidersBench.Listener, [tracks[0].Id], Cancellation);
        var lookup = await bench.Client.GetAudioFeaturesAsync(ProvidersBench.Listener, [.. tracks.Select(track => track.Id)], Cancellation);

        Assert.Equal((found, stopped), (lookup.Found.Count, lookup.Stopped?.Failure));
        Assert.Equal(found == 0 ? 1 : 2, bench.Budget.Taken.Count);
        Assert.All(lookup.Found.Values, features => Assert.Equal(13, features.Values.Count));
        Assert.All(lookup.Found, pair => Assert.Equal(bench.World.FindTrack(pair.Key)?.DurationMs, (int?)pair.Value.Values[Feature.DurationMs]));
    }

    [Fact]
    public async Task Call_ExpiredToken_IsReplacedOnceAndRepeated()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Tokens = new GivenTokens("dead", bench.Spotify.GiveAccessToken(bench.Mara));

        var plays = await bench.Client.GetRecentlyPlayedAsync(ProvidersBench.Listener, after: null, Cancellation);

        Assert.Empty(plays);
        Assert.Equal(1, bench.Tokens.Replaced);
        Assert.Equal([401, 200], bench.Budget.Completed);
    }

    [Fact]
    public async Task Call_FreshTokenRefusedToo_AsksForALogin()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Tokens = new GivenTokens("dead", "dead too", "never asked for");

        var refused = await bench.FailAsync(bench.Client.GetRecentlyPlayedAsync(ProvidersBench.Listener, after: null, Cancellation));

        Assert.Equal((Failure.LogInAgain, 401), (refused.Failure, refused.StatusCode));
        Assert.Equal(1, bench.Tokens.Replaced);
    }
}
