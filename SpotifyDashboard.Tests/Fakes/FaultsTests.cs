using System.Net;
using System.Text;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class FaultsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FaultBody.JsonObject, "application/json", """{"error":{"status":503,"message":"Injected fault"}}""")]
    [InlineData(FaultBody.JsonString, "application/json", """{"error":"server_error","error_description":"Injected fault"}""")]
    [InlineData(FaultBody.PlainText, "text/plain", "Injected fault in plain words")]
    [InlineData(FaultBody.Html, "text/html", "<!DOCTYPE html>")]
    [InlineData(FaultBody.Empty, null, "")]
    [InlineData(FaultBody.TruncatedJson, "application/json", """{"error":{"status":5""")]
    [InlineData(FaultBody.Garbage, "application/octet-stream", "\uFFFD")]
    public async Task Answer_HasTheFormAskedFor(FaultBody body, string? contentType, string beginning)
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Answer(503, body));
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri($"{bench.Spotify.ApiUrl}/me"), Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(beginning, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Cancellation)), StringComparison.Ordinal);
        Assert.Equal(503, Assert.Single(bench.Spotify.Log.All).Status);
    }

    [Fact]
    public async Task RetryAfter_IsSecondsOrADate()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Answer(429, FaultBody.JsonObject, TimeSpan.FromSeconds(90)));
        bench.Spotify.Faults.Next(1, Fault.Answer(429, FaultBody.JsonObject, TimeSpan.FromSeconds(90), asDate: true));
        using var http = new HttpClient();

        using var seconds = await http.GetAsync(new Uri($"{bench.Spotify.ApiUrl}/me"), Cancellation);
        using var date = await http.GetAsync(new Uri($"{bench.Spotify.ApiUrl}/me"), Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(90), seconds.Headers.RetryAfter?.Delta);
        Assert.Equal(bench.Time.GetUtcNow().AddSeconds(90), date.Headers.RetryAfter?.Date);
    }

    [Fact]
    public async Task Next_SpoilsOnlySoManyOfThoseThatFit()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(2, Fault.Answer(500), "/me/tracks");

        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await bench.CallAsync("/me/tracks")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await bench.CallAsync("/me/tracks")).Status);
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me/tracks")).Status);
    }

    [Fact]
    public async Task Always_LastsUntilCleared()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Always(Fault.Answer(502));

        Assert.Equal(HttpStatusCode.BadGateway, (await bench.CallAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.BadGateway, (await bench.CallAsync("/me")).Status);
        bench.Spotify.Faults.Clear();
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me")).Status);
    }

    [Fact]
    public async Task Stall_NeverAnswers()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Stall);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var http = new HttpClient();

        var call = http.GetAsync(new Uri($"{bench.Spotify.ApiUrl}/me"), giveUp.Token);
        await ArrivedAsync(bench);
        Assert.False(call.IsCompleted);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me")).Status);
    }

    [Fact]
    public async Task Latency_PassesWithTheClock()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Latency(TimeSpan.FromSeconds(30)));

        var call = bench.CallAsync("/me");
        await bench.Time.WaitForTimersAsync(1, Cancellation);
        Assert.False(call.IsCompleted);
        bench.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.OK, (await call).Status);
    }

    [Fact]
    public async Task Trickle_SendsHeadersAndOneByteAtATime()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Trickle(TimeSpan.FromSeconds(10)));
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri($"{bench.Spotify.ApiUrl}/me"), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        var buffer = new byte[100];
        var first = await body.ReadAsync(buffer, Cancellation);
        await bench.Time.WaitForTimersAsync(1, Cancellation);
        bench.Time.Advance(TimeSpan.FromSeconds(10));
        var second = await body.ReadAsync(buffer, Cancellation);

        Assert.Equal((1, 1), (first, second));
    }

    [Fact]
    public async Task Cut_BreaksTheConnectionInTheBody()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.Cut);

        await Assert.ThrowsAsync<HttpRequestException>(() => bench.CallAsync("/me"));
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me")).Status);
    }

    [Fact]
    public async Task Length_TooLarge_EndsTooEarly()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.Spotify.Faults.Next(1, Fault.LengthTooLarge);

        await Assert.ThrowsAsync<HttpRequestException>(() => bench.CallAsync("/me"));
    }

    [Fact]
    public async Task Length_TooSmall_HidesTheRest()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var whole = (await bench.CallAsync("/me")).Body;
        bench.Spotify.Faults.Next(1, Fault.LengthTooSmall);

        var reply = await bench.CallAsync("/me");

        Assert.Equal(whole[..reply.Body.Length], reply.Body);
        Assert.InRange(reply.Body.Length, 1, whole.Length - 1);
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me")).Status);
    }

    [Fact]
    public async Task Spoil_LosesTheAnswerOfWhatTookEffect()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.Rotation = TokenRotation.Always;
        var token = bench.Spotify.GiveRefreshToken(bench.Mara);
        bench.Spotify.Faults.Next(1, Fault.Spoil(FaultBody.TruncatedJson), "/api/token");

        var (status, body) = await bench.RefreshAsync(token);
        var (_, again) = await bench.RefreshAsync(token);

        Assert.Equal((HttpStatusCode.OK, """{"error":{"status":5"""), (status, body));
        Assert.Contains("Refresh token revoked", again, StringComparison.Ordinal);
    }

    private static async Task ArrivedAsync(SpotifyBench bench)
    {
        while (bench.Spotify.Log.All.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        }
    }
}
