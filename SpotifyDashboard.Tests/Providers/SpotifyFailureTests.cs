using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers;

public sealed class SpotifyFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int, FaultBody> PassingFaults()
    {
        var data = new TheoryData<int, FaultBody>();
        foreach (var status in (int[])[500, 502, 503, 504])
        {
            foreach (var body in Enum.GetValues<FaultBody>())
            {
                data.Add(status, body);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Call_ServerFault_IsRepeatedWhateverItsBody(int status, FaultBody body)
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.Faults.Next(2, Fault.Answer(status, body));

        var plays = await bench.DriveAsync(Recent(bench));

        Assert.Empty(plays);
        Assert.Equal([status, status, 200], bench.Budget.Completed);
        Assert.Equal(3, bench.Budget.Taken.Count);
    }

    [Theory]
    [InlineData(FaultBody.Html)]
    [InlineData(FaultBody.Empty)]
    [InlineData(FaultBody.TruncatedJson)]
    [InlineData(FaultBody.Garbage)]
    [InlineData(FaultBody.PlainText)]
    [InlineData(FaultBody.JsonObject)]
    public async Task Call_SuccessWithoutSense_IsRepeated(FaultBody body)
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Spoil(body));

        Assert.Empty(await bench.DriveAsync(Recent(bench)));

        Assert.Equal([200, 200], bench.Budget.Completed);
    }

    public static TheoryData<FaultKind> Lies => [FaultKind.Cut, FaultKind.LengthTooLarge, FaultKind.LengthTooSmall];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Call_CutOrLyingConnection_IsRepeated(FaultKind kind)
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.World.PlayInRow(bench.Mara, bench.World.AddCatalogue(5), bench.Time.GetUtcNow());
        bench.Spotify.Faults.Next(1, kind switch
        {
            FaultKind.Cut => Fault.Cut,
            FaultKind.LengthTooLarge => Fault.LengthTooLarge,
            _ => Fault.LengthTooSmall,
        });

        var plays = await bench.DriveAsync(Recent(bench));

        Assert.Equal(5, plays.Count);
        Assert.Equal(2, bench.Budget.Taken.Count);
    }

    [Fact]
    public async Task Call_StalledConnection_IsLeftAndRepeated()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Stall);

        var call = Recent(bench);
        while (bench.Spotify.Log.All.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), Cancellation);
        }

        bench.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Empty(await bench.DriveAsync(call));
        Assert.Equal([null, 200], bench.Budget.Completed);
    }

    [Fact]
    public async Task Call_FaultStays_WaitsLongerEachTimeAndLeavesTheServiceAlone()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.Faults.Always(Fault.Answer(502, FaultBody.Html));

        var failure = await bench.FailAsync(Recent(bench));
        var again = await bench.FailAsync(Recent(bench));

        // Five attempts open the breaker; the sixth and the second call are not sent.
        var arrivals = bench.Spotify.Log.All.Select(request => request.At).ToList();
        Assert.Equal(5, arrivals.Count);
        for (var n = 0; n < 4; n++)
        {
            Assert.InRange((arrivals[n + 1] - arrivals[n]).TotalSeconds, 0.74 * Math.Pow(2, n), 1.26 * Math.Pow(2, n));
        }

        Assert.Equal((Failure.Retry, 502), (failure.Failure, failure.StatusCode));
        Assert.Equal(Failure.Retry, again.Failure);
        Assert.True(again.RetryAt > bench.Time.GetUtcNow());
        Assert.Contains("502", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_AfterTheBreak_GoesThroughAgain()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.Faults.Next(5, Fault.Answer(500));
        var failure = await bench.FailAsync(Recent(bench));

        bench.Time.AdvanceTo(failure.RetryAt.GetValueOrDefault());

        Assert.Empty(await bench.DriveAsync(Recent(bench)));
        Assert.False(bench.States.Of("spotify").IsFailing);
    }

    [Fact]
    public async Task Call_SuccessBetweenFailures_BeginsTheRowAnew()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.Faults.Next(4, Fault.Answer(500));
        await bench.DriveAsync(Recent(bench));
        bench.Spotify.Faults.Next(4, Fault.Answer(500));

        Assert.Empty(await bench.DriveAsync(Recent(bench)));

        Assert.Equal(10, bench.Budget.Taken.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_ShortRetryAfter_IsWaitedFor(bool asDate)
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Answer(429, FaultBody.PlainText, TimeSpan.FromSeconds(7), asDate));

        await bench.DriveAsync(Recent(bench));

        var arrivals = bench.Spotify.Log.All;
        Assert.InRange((arrivals[1].At - arrivals[0].At).TotalSeconds, 7, 7.5);
        Assert.Empty(bench.Budget.Blocks);
    }

    [Fact]
    public async Task Call_LongRetryAfter_BlocksAndSaysUntilWhen()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Answer(429, FaultBody.PlainText, TimeSpan.FromMinutes(2)));

        var failure = await bench.FailAsync(Recent(bench));

        var until = bench.Time.GetUtcNow().AddMinutes(2);
        Assert.Equal((Failure.WaitUntil, until), (failure.Failure, failure.RetryAt));
        Assert.Equal(("recently-played", until), (bench.Budget.Blocks.Single().Group, bench.Budget.Blocks.Single().Until));
        Assert.Single(bench.Spotify.Log.All);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Call_QuotaUsedUp_BlocksEverythingWithoutAnotherTry(bool inPlainText)
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.App.DailyQuota = 1;
        bench.Spotify.App.TellsQuotaInPlainText = inPlainText;
        await bench.DriveAsync(Recent(bench));
        var used = bench.Time.GetUtcNow();
        bench.Time.Advance(TimeSpan.FromHours(1));

        var failure = await bench.FailAsync(Recent(bench));

        Assert.Equal((Failure.WaitUntil, used.AddHours(24)), (failure.Failure, failure.RetryAt));
        Assert.Equal((null, used.AddHours(24)), (bench.Budget.Blocks.Single().Group, bench.Budget.Blocks.Single().Until));
        Assert.Equal(2, bench.Spotify.Log.All.Count);
    }

    [Fact]
    public async Task Call_OwnerWithoutPremium_ShowsTheWordsVerbatimWithAHint()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Spotify.App.OwnerHasPremium = false;

        var failure = await bench.FailAsync(Recent(bench));

        Assert.Equal((Failure.Misconfigured, 403), (failure.Failure, failure.StatusCode));
        Assert.Contains(
            "Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours before requests are allowed again.",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Contains("Premium", failure.Hint, StringComparison.Ordinal);
        Assert.Equal(0, bench.Tokens.Replaced);
        Assert.Single(bench.Spotify.Log.All);
    }

    [Fact]
    public async Task Call_UserNotOnTheList_ShowsTheWordsVerbatimWithAHint()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Mara.IsAllowListed = false;

        var failure = await bench.FailAsync(Recent(bench));

        Assert.Equal(Failure.Misconfigured, failure.Failure);
        Assert.Contains("User not registered in the Developer Dashboard", failure.Message, StringComparison.Ordinal);
        Assert.Contains("e-mail", failure.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ScopeMissing_AsksForAnotherConsent()
    {
        await using var bench = await ProvidersBench.StartAsync();
        bench.Tokens = new GivenTokens(bench.Spotify.Tokens.IssueAccess(bench.Mara, []).Value);

        var failure = await bench.FailAsync(Recent(bench));

        Assert.Equal((Failure.LogInAgain, 403), (failure.Failure, failure.StatusCode));
    }

    [Fact]
    public async Task Call_EveryAttempt_IsLoggedWithoutQueryIdOrToken()
    {
        await using var bench = await ProvidersBench.StartAsync();
        var track = bench.World.AddCatalogue(1)[0];
        bench.Spotify.Faults.Next(1, Fault.Answer(500));

        await bench.DriveAsync(bench.Client.GetTracksAsync(ProvidersBench.Listener, [track.Id], Cancellation));
        await Recent(bench);

        Assert.Equal(
            [("/tracks/{id}", 500), ("/tracks/{id}", 200), ("/me/player/recently-played", 200)],
            bench.Log.Completed.Select(call => ((string?)call["endpoint"], (int?)call["status_code"])));
        Assert.All(bench.Log.Completed, call => Assert.IsType<long>(call["response_time_ms"]));
        Assert.DoesNotContain(bench.Log.Lines, line => line.Text.Contains("BQDfake", StringComparison.Ordinal) || line.Text.Contains(track.Id, StringComparison.Ordinal) || line.Text.Contains('?', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_ServiceIsNotThere_SaysSoAndIsNoted()
    {
        await using var bench = await ProvidersBench.StartAsync(("Spotify:ApiUrl", "http://127.0.0.1:1/v1"));

        var failure = await bench.FailAsync(Recent(bench));

        Assert.Equal((Failure.Retry, "Spotify could not be reached."), (failure.Failure, failure.Message));
        var state = bench.States.Of("spotify");
        Assert.Equal((true, failure.Message), (state.IsFailing, state.LastFailure));
        Assert.NotNull(state.NextTryAt);
    }

    [Fact]
    public async Task Calls_ManyAtOnce_StayWithinTheLimitOfConcurrency()
    {
        await using var bench = await ProvidersBench.StartAsync(("Http:MaxConcurrentRequests", "3"));
        bench.Spotify.Faults.Always(Fault.Stall);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var calls = Enumerable.Range(0, 10).Select(_ => bench.Client.GetRecentlyPlayedAsync(ProvidersBench.Listener, after: null, leaving.Token)).ToList();
        while (bench.Spotify.Log.All.Count < 3)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), Cancellation);
        }

        // Ten wait for their time to run out, three of them for their attempt's too: nobody else is on the way.
        Assert.Equal(13, bench.Time.Waiting);
        Assert.Equal(3, bench.Budget.Taken.Count);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(calls));
        Assert.Equal(bench.Budget.Taken.Count, bench.Budget.Completed.Count);
    }

    private static Task<IReadOnlyList<SpotifyDashboard.Providers.Spotify.SpotifyPlay>> Recent(ProvidersBench bench) =>
        bench.Client.GetRecentlyPlayedAsync(ProvidersBench.Listener, after: null, Cancellation);
}
