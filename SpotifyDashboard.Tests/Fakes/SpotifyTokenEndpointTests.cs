using System.Net;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Fakes;

public sealed class SpotifyTokenEndpointTests
{
    [Fact]
    public async Task Exchange_WithVerifier_GivesTokensThatWork()
    {
        await using var bench = await SpotifyBench.StartAsync();

        var (status, body) = await bench.ExchangeAsync(await bench.CodeAsync());

        Assert.Equal(HttpStatusCode.OK, status);
        var tokens = JsonDocument.Parse(body).RootElement;
        Assert.Equal(3600, tokens.GetProperty("expires_in").GetInt32());
        Assert.Equal("user-top-read user-read-recently-played", tokens.GetProperty("scope").GetString());
        Assert.Equal(HttpStatusCode.OK, (await bench.RefreshAsync(tokens.GetProperty("refresh_token").GetString() ?? "")).Status);
        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync("/me", tokens.GetProperty("access_token").GetString())).Status);
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task Exchange_Twice_IsRefused()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var code = await bench.CodeAsync();
        await bench.ExchangeAsync(code);

        var (status, body) = await bench.ExchangeAsync(code);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("""{"error":"invalid_grant","error_description":"Invalid authorization code"}""", body);
    }

    [Fact]
    public async Task Exchange_WrongVerifierAddressOrAge_IsRefusedWithTheReason()
    {
        await using var bench = await SpotifyBench.StartAsync();

        var (_, verifier) = await bench.ExchangeAsync(await bench.CodeAsync(), verifier: SpotifyBench.Verifier + "x");
        var (_, address) = await bench.ExchangeAsync(await bench.CodeAsync(), redirectUri: "http://127.0.0.1:5081/callback");
        var old = await bench.CodeAsync();
        bench.Time.Advance(TimeSpan.FromMinutes(11));
        var (_, age) = await bench.ExchangeAsync(old);

        Assert.Contains("code_verifier was incorrect", verifier, StringComparison.Ordinal);
        Assert.Contains("Invalid redirect URI", address, StringComparison.Ordinal);
        Assert.Contains("Authorization code expired", age, StringComparison.Ordinal);
        Assert.Empty(bench.Spotify.Violations);
    }

    [Fact]
    public async Task Exchange_WithSecretAlone_NeedsNoVerifier()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var code = await bench.CodeAsync(withChallenge: false);

        var (status, _) = await bench.TokenAsync(true, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", SpotifyBench.Callback));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Exchange_WithoutSecretAndChallenge_IsRefused()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var code = await bench.CodeAsync(withChallenge: false);

        var (status, body) = await bench.TokenAsync(
            false, ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", SpotifyBench.Callback), ("client_id", bench.App.ClientId));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Invalid client secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_NeverRotating_KeepsTheToken()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var token = bench.Spotify.GiveRefreshToken(bench.Mara);

        var first = await bench.RefreshAsync(token);
        var second = await bench.RefreshAsync(token);

        Assert.DoesNotContain("refresh_token", first.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(2, bench.Spotify.Tokens.Refreshes);
    }

    [Fact]
    public async Task Refresh_Rotating_EndsTheOldToken()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.Rotation = TokenRotation.Always;
        var old = bench.Spotify.GiveRefreshToken(bench.Mara);

        var (_, body) = await bench.RefreshAsync(old);
        var (status, refusal) = await bench.RefreshAsync(old);

        var next = JsonDocument.Parse(body).RootElement.GetProperty("refresh_token").GetString() ?? "";
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("""{"error":"invalid_grant","error_description":"Refresh token revoked"}""", refusal);
        Assert.Equal(HttpStatusCode.OK, (await bench.RefreshAsync(next)).Status);
    }

    [Fact]
    public async Task Refresh_RotatingSometimes_DoesItEverySecondTime()
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.Rotation = TokenRotation.Sometimes;
        var token = bench.Spotify.GiveRefreshToken(bench.Mara);
        var rotated = new List<bool>();

        for (var round = 0; round < 4; round++)
        {
            var tokens = JsonDocument.Parse((await bench.RefreshAsync(token)).Body).RootElement;
            var isNew = tokens.TryGetProperty("refresh_token", out var next);
            token = isNew ? next.GetString() ?? "" : token;
            rotated.Add(isNew);
        }

        Assert.Equal([true, false, true, false], rotated);
    }

    [Theory]
    [InlineData(TokenRotation.Never)]
    [InlineData(TokenRotation.Always)]
    public async Task Refresh_SixMonthsAfterConsent_IsRefusedHoweverOftenItWasRefreshed(TokenRotation rotation)
    {
        await using var bench = await SpotifyBench.StartAsync();
        bench.App.Rotation = rotation;
        var token = bench.Spotify.GiveRefreshToken(bench.Mara);
        bench.Time.Advance(TimeSpan.FromDays(180));
        var (status, body) = await bench.RefreshAsync(token);
        Assert.Equal(HttpStatusCode.OK, status);
        token = JsonDocument.Parse(body).RootElement.TryGetProperty("refresh_token", out var next) ? next.GetString() ?? "" : token;

        bench.Time.Advance(TimeSpan.FromDays(2));
        var (later, refusal) = await bench.RefreshAsync(token);

        Assert.Equal(HttpStatusCode.BadRequest, later);
        Assert.Equal("""{"error":"invalid_grant","error_description":"Refresh token expired"}""", refusal);
    }

    [Fact]
    public async Task Revoke_EndsBothKindsOfToken()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var refresh = bench.Spotify.GiveRefreshToken(bench.Mara);
        var access = bench.Spotify.GiveAccessToken(bench.Mara);

        bench.Spotify.Tokens.Revoke(bench.Mara);

        Assert.Contains("Refresh token revoked", (await bench.RefreshAsync(refresh)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bench.CallAsync("/me", access)).Status);
    }

    [Fact]
    public async Task Refresh_UnknownToken_IsRefused()
    {
        await using var bench = await SpotifyBench.StartAsync();

        Assert.Contains("Invalid refresh token", (await bench.RefreshAsync("AQDnone")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_FieldOrSecretTwice_IsAViolation()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var token = bench.Spotify.GiveRefreshToken(bench.Mara, isPublic: false);

        var (unlisted, _) = await bench.TokenAsync(true, ("grant_type", "refresh_token"), ("refresh_token", token), ("scope", "user-top-read"));
        var (twice, _) = await bench.TokenAsync(true, ("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", bench.App.ClientId));
        var (right, _) = await bench.TokenAsync(true, ("grant_type", "refresh_token"), ("refresh_token", token));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.OK), (unlisted, twice, right));
        Assert.Equal(2, bench.Spotify.Violations.Count);
    }

    [Fact]
    public async Task AppToken_WithBasic_OpensTheCatalogueOnly()
    {
        await using var bench = await SpotifyBench.StartAsync();
        var track = bench.World.AddCatalogue(1)[0];

        var (_, body) = await bench.TokenAsync(true, ("grant_type", "client_credentials"));
        var token = JsonDocument.Parse(body).RootElement.GetProperty("access_token").GetString();

        Assert.Equal(HttpStatusCode.OK, (await bench.CallAsync($"/tracks/{track.Id}", token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.CallAsync("/me", token)).Status);
    }
}
