using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using SpotifyDashboard.SignIn.Accounts;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>Every address that the program answers, asked by those whom it is not for. A new endpoint is asked too, without anybody adding it here.</summary>
public sealed class EndpointWallsTests
{
    /// <summary>What may be seen without signing in: it says itself what it shows, or is how one gets in.</summary>
    private static readonly string[] s_open =
    [
        "/sign-in", "/sign-in/spotify", "/setup", "/setup/spotify", "/join/{code}", "/join/{code}/spotify", "/s/{**token}", "/top20/public", "/health/live", "/health/ready", "/mail/unsubscribe",
        "/api/auth/url", "/api/auth/login", "/api/auth/logout", "/callback", "/connect/login", "/connect/paste", "/error", "/sign-in/passkey", "/sign-in/passkey/options",
        "/receipts/{number}", "/receipts/{number}.json", "/receipts/{number}.txt",
    ];

    /// <summary>An id that nothing has.</summary>
    private const string Nobodys = "nobodys-own-7c";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Endpoints_AskedByNobody_NeedAnAccountButForTheListedOnes()
    {
        await using var house = await StartAsync();
        using var client = house.Anonymous();
        List<string> open = [];
        foreach (var (method, pattern, address) in EveryEndpoint.Of(house, house.Olga.Visitor.ListenerId))
        {
            using var answer = await AskAsync(client, method, address);
            var isRefused = answer.StatusCode == HttpStatusCode.Unauthorized
                || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal));
            if (!isRefused)
            {
                open.Add(pattern);
            }

            Assert.True(isRefused || !pattern.StartsWith("/api", StringComparison.Ordinal) || pattern.StartsWith("/api/auth", StringComparison.Ordinal), $"{method} {address} answers {(int)answer.StatusCode} to nobody.");
        }

        Assert.Empty(open.Except(s_open).Distinct());
    }

    [Fact]
    public async Task Endpoints_AskedWithTheIdsOfAnotherListener_TellNothingOfThem()
    {
        await using var house = await StartAsync();
        var olga = house.Olga.Visitor.ListenerId;
        await EveryRow.PlantAsync(house, olga);
        List<string> told = [];
        var ownAnswers = 0;
        foreach (var (method, pattern, address) in EveryEndpoint.Of(house, olga).Where(static one => !EveryEndpoint.EndsASession(one.Pattern)))
        {
            using var answer = await AskAsync(house.Ben.Client, method, address);
            using var ofNobody = await AskAsync(house.Ben.Client, method, address.Replace(EveryRow.Marker, Nobodys, StringComparison.Ordinal));
            var status = (int)answer.StatusCode;

            // An answer may repeat what was asked for, as it does for what nobody has.
            if (status is 500 || Times(EveryRow.Marker, await TextAsync(answer)) > Times(Nobodys, await TextAsync(ofNobody)))
            {
                told.Add($"{method} {address}: {status}");
            }

            if (method == "GET" && pattern.StartsWith("/api", StringComparison.Ordinal))
            {
                using var own = await AskAsync(house.Olga.Client, method, address);
                ownAnswers += (await TextAsync(own)).Contains(EveryRow.Marker, StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.Empty(told);
        Assert.True(ownAnswers >= 5, $"Olga's marker was in {ownAnswers} of her own answers: too few to say anything.");
    }

    [Fact]
    public async Task Endpoints_ThatChange_AreRefusedToAGuestAndToATokenThatReads()
    {
        await using var house = await StartAsync();
        var token = await house.Get<PersonalTokens>().CreateAsync(house.Ben.Visitor, "reader", TokenScope.Read, days: null, Cancellation);
        using var reader = house.Anonymous();
        reader.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Secret);
        List<string> passed = [];
        foreach (var (method, pattern, address) in EveryEndpoint.Of(house, house.Olga.Visitor.ListenerId))
        {
            if (method is "GET" or "HEAD" or "OPTIONS" || s_open.Contains(pattern) || pattern.StartsWith("/_blazor", StringComparison.Ordinal) || EveryEndpoint.IsOnesOwnAccount(pattern))
            {
                continue;
            }

            using var byGuest = await AskAsync(house.Gus.Client, method, address);
            using var byReader = await AskAsync(reader, method, address);
            if (byGuest.StatusCode != HttpStatusCode.Forbidden || (pattern.StartsWith("/api", StringComparison.Ordinal) && byReader.StatusCode != HttpStatusCode.Forbidden))
            {
                passed.Add($"{method} {address}: guest {(int)byGuest.StatusCode}, reader {(int)byReader.StatusCode}");
            }
        }

        Assert.Empty(passed);
        using var reads = await AskAsync(reader, "GET", "/api/users/me");
        Assert.Equal(HttpStatusCode.OK, reads.StatusCode);
    }

    private static Task<AccountsHost> StartAsync() =>
        AccountsHost.StartAsync(static builder => builder.UseSetting("Access:RequestsPerMinute", "1000000"));

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (method is not ("GET" or "HEAD" or "DELETE" or "OPTIONS"))
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, Cancellation);
        }
        catch (TaskCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            throw new TimeoutException($"{method} {address} was not answered.", exception);
        }
    }

    private static int Times(string word, string text) => text.Split(word).Length - 1;

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        $"{answer.Headers} {answer.Content.Headers} " + await answer.Content.ReadAsStringAsync(Cancellation);
}
