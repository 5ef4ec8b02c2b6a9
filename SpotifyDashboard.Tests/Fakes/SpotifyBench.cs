using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A fake Spotify with one user, and a bare client that sends what it is told to.</summary>
internal sealed class SpotifyBench : IAsyncDisposable
{
    public const string Callback = "http://127.0.0.1:5080/callback";
    public const string State = "0123456789abcdef0123456789abcdef";
    public const string Verifier = "a-verifier-of-more-than-forty-three-characters-0123456789";

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private SpotifyBench(SpotifyWorld world, DrivenTime time, FakeSpotify spotify)
    {
        World = world;
        Time = time;
        Spotify = spotify;
        Mara = world.AddUser("mara.l", "Mara Lindqvist");
    }

    public SpotifyWorld World { get; }

    public DrivenTime Time { get; }

    public FakeSpotify Spotify { get; }

    public WorldUser Mara { get; }

    public SpotifyApp App => Spotify.App;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SpotifyBench> StartAsync()
    {
        var world = new SpotifyWorld();
        var time = new DrivenTime();
        return new SpotifyBench(world, time, await FakeSpotify.StartAsync(world, time, Cancellation));
    }

    public static string ChallengeOf(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    /// <summary>The parameters of a right authorization request.</summary>
    public Dictionary<string, string?> Authorization() => new(StringComparer.Ordinal)
    {
        ["client_id"] = App.ClientId,
        ["response_type"] = "code",
        ["redirect_uri"] = Callback,
        ["scope"] = "user-read-recently-played user-top-read",
        ["state"] = State,
        ["code_challenge_method"] = "S256",
        ["code_challenge"] = ChallengeOf(Verifier),
    };

    /// <summary>Opens the consent page.</summary>
    /// <returns>Status, address of the redirect, body.</returns>
    public async Task<(HttpStatusCode Status, string? Location, string Body)> AuthorizeAsync(Dictionary<string, string?> parameters)
    {
        using var response = await _http.GetAsync(new Uri(QueryHelpers.AddQueryString($"{Spotify.AccountsUrl}/authorize", parameters)), Cancellation);
        return (response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>A code, got the right way.</summary>
    public async Task<string> CodeAsync(bool withChallenge = true)
    {
        var parameters = Authorization();
        if (!withChallenge)
        {
            parameters.Remove("code_challenge");
            parameters.Remove("code_challenge_method");
        }

        var (_, location, _) = await AuthorizeAsync(parameters);
        return Assert.Single(QueryHelpers.ParseQuery(new Uri(location ?? "").Query)["code"]) ?? "";
    }

    /// <summary>Posts a form to the token endpoint.</summary>
    public async Task<(HttpStatusCode Status, string Body)> TokenAsync(bool withSecret, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Spotify.AccountsUrl}/api/token")
        {
            Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (withSecret)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{App.ClientId}:{App.ClientSecret}")));
        }

        using var response = await _http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    public Task<(HttpStatusCode Status, string Body)> ExchangeAsync(string code, string verifier = Verifier, string redirectUri = Callback) => TokenAsync(
        false,
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", redirectUri),
        ("client_id", App.ClientId),
        ("code_verifier", verifier));

    public Task<(HttpStatusCode Status, string Body)> RefreshAsync(string token) =>
        TokenAsync(false, ("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", App.ClientId));

    /// <summary>Calls the Web API as Mara.</summary>
    public async Task<SpotifyReply> CallAsync(string pathAndQuery, string? token = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Spotify.ApiUrl + pathAndQuery);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Spotify.GiveAccessToken(Mara));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _http.SendAsync(request, Cancellation);
        return new SpotifyReply(response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation), response.Headers.RetryAfter?.Delta);
    }

    /// <summary>Calls the Web API as Mara and expects an answer.</summary>
    public async Task<JsonElement> GetAsync(string pathAndQuery)
    {
        var reply = await CallAsync(pathAndQuery);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{pathAndQuery}: {(int)reply.Status} {reply.Body}");
        return reply.Json;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Spotify.DisposeAsync();
    }
}
