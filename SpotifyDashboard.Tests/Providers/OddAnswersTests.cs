using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Providers.Spotify;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers;

/// <summary>Answers that no contract lists, and that come all the same.</summary>
public sealed class OddAnswersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecentlyPlayed_FieldsMissingOrOfAnotherType_LoseOnlyThemselves()
    {
        const string Page =
            """
            { "items": [ null, 7, {}, { "played_at": "2026-11-19T20:18:32.877Z" }, { "played_at": 5, "track": { "name": "No end" } },
              { "played_at": "2026-11-19T20:18:32.877Z", "track": { "id": 12, "name": "Odd", "duration_ms": "long", "explicit": "yes", "artists": [ null, { "name": "No id" }, { "id": "a", "name": "B" } ],
                "album": { "id": "c", "name": "D", "images": [ {}, { "url": null }, { "url": "https://i.scdn.co/1", "width": null } ], "artists": "none" }, "external_ids": [], "type": "hologram" }, "context": "somewhere" } ] }
            """;
        var (bench, server) = await StartAsync(FakeAnswer.Text(200, Page));
        await using var ends = bench;
        await using var end = server;

        var play = Assert.Single(await Recent(bench));

        Assert.Equal((null, "Odd", null, null, null), (play.Track.Id, play.Track.Name, play.Track.DurationMs, play.Track.Isrc, play.Track.Explicit));
        Assert.Equal(["B"], play.Track.Artists.Select(artist => artist.Name));
        Assert.Equal("https://i.scdn.co/1", play.Track.Album?.ImageUrl);
        Assert.Null(play.ContextUri);
        Assert.Equal(new DateTimeOffset(2026, 11, 19, 20, 18, 32, 877, TimeSpan.Zero), play.EndedAt);
    }

    [Fact]
    public async Task Call_BehindAPrefix_KeepsIt()
    {
        var (bench, server) = await StartAsync(FakeAnswer.Text(200, """{"items":[]}"""));
        await using var ends = bench;
        await using var end = server;

        await Recent(bench);

        Assert.Equal("/behind/a/proxy/me/player/recently-played", Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task Call_Redirected_DoesNotTakeTheTokenThere()
    {
        var time = new DrivenTime();
        await using var other = new ScriptedServer(time, FakeAnswer.Text(200, """{"items":[]}"""));
        await other.StartAsync(Cancellation);
        var (bench, server) = await StartAsync(FakeAnswer.Empty(302) with { Location = other.Url });
        await using var ends = bench;
        await using var end = server;

        var failure = await bench.FailAsync(Recent(bench));

        Assert.Equal((Failure.Misconfigured, 302), (failure.Failure, failure.StatusCode));
        Assert.Contains("127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Call_RefusedInUnknownWords_ShowsThemWithBothHints()
    {
        var (bench, server) = await StartAsync(FakeAnswer.Text(403, "Your plan has changed <b>now</b>"));
        await using var ends = bench;
        await using var end = server;

        var failure = await bench.FailAsync(Recent(bench));

        Assert.Equal(Failure.Misconfigured, failure.Failure);
        Assert.Contains("\"Your plan has changed <b>now</b>\"", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.Hint);
    }

    [Fact]
    public async Task Call_ServiceEchoesTheToken_IsNotRepeated()
    {
        var (bench, server) = await StartAsync(FakeAnswer.Text(400, "Bad header"));
        await using var ends = bench;
        await using var end = server;
        bench.Tokens = new GivenTokens("header");

        var failure = await bench.FailAsync(Recent(bench));

        Assert.Contains("Bad (hidden)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_EndlessAnswer_IsLeftAndRepeated()
    {
        var (bench, server) = await StartAsync(FakeAnswer.Text(200, new string(' ', AnswerReader.LongestBody + 1)), FakeAnswer.Text(200, """{"items":[]}"""));
        await using var ends = bench;
        await using var end = server;

        Assert.Empty(await bench.DriveAsync(Recent(bench)));

        Assert.Equal(2, bench.Budget.Taken.Count);
    }

    [Theory]
    [InlineData("48925", 48925)]
    [InlineData("1.5", 2)]
    [InlineData("99999999999999999999", 31 * 86400)]
    [InlineData("Thu, 19 Nov 2026 12:00:20 GMT", 20)]
    [InlineData("Thu, 19 Nov 2026 11:00:00 GMT", null)]
    [InlineData("-3", null)]
    [InlineData("0", null)]
    [InlineData("soon", null)]
    public void RetryAfter_EveryForm_IsUnderstoodOrTakenAsNone(string header, int? seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", header);

        var wait = AnswerReader.RetryAfter(response, new DrivenTime().GetUtcNow());

        Assert.Equal(seconds, wait is { } told ? (int)told.TotalSeconds : null);
    }

    [Fact]
    public async Task TokenBucket_AfterItsBurst_LetsTwentyThroughASecond()
    {
        var time = new DrivenTime();
        var bucket = new TokenBucket(perSecond: 20, burst: 100, time);

        var calls = Enumerable.Range(0, 130).Select(_ => bucket.WaitAsync(Cancellation)).ToList();
        var atOnce = calls.Count(call => call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        var afterASecond = calls.Count(call => call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(calls);

        Assert.Equal((100, 120), (atOnce, afterASecond));
    }

    private static async Task<(ProvidersBench Bench, ScriptedServer Server)> StartAsync(params FakeAnswer[] answers)
    {
        var server = new ScriptedServer(new DrivenTime(), answers);
        await server.StartAsync(Cancellation);
        return (await ProvidersBench.StartAsync(("Spotify:ApiUrl", server.Url)), server);
    }

    private static Task<IReadOnlyList<SpotifyPlay>> Recent(ProvidersBench bench) => bench.Client.GetRecentlyPlayedAsync(ProvidersBench.Listener, after: null, Cancellation);
}
