using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SpotifyDashboard.Tests.SignIn.Walls;

/// <summary>What strangers try, sent over a socket to the running program: refused each time, and the program goes on.</summary>
public sealed class AttackTests(AttackedHouse attacked) : IClassFixture<AttackedHouse>
{
    private readonly AccountsHost _house = attacked.House;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET /api/users/me HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421)] // a foreign name pointed at this machine
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)] // no host at all
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400)]
    [InlineData("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-A: b\rX-C: d\r\n\r\n", 400)] // a header that ends early
    [InlineData("GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 302)] // resolves to a page that is not there: sign in first
    [InlineData("TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", 401)]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nContent-Length: 0\r\n\r\n", 403)]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 0\r\n\r\n", 403)]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n", 400)] // no antiforgery token
    [InlineData("GET /api/top20 HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Host: evil.example\r\n\r\n", 401)] // the word of nobody known
    public async Task Request_NotMeantWell_IsRefused(string request, int status)
    {
        Assert.Equal(status, StatusOf(await SendAsync(request)));
    }

    [Theory]
    [InlineData(9_000, 0, 414)]
    [InlineData(0, 40_000, 431)]
    public async Task Request_OfMonstrousSize_IsRefusedBeforeItIsRead(int path, int header, int status)
    {
        Assert.Equal(status, StatusOf(await SendAsync($"GET /{new string('a', path)} HTTP/1.1\r\nHost: localhost\r\nX-A: {new string('b', header)}\r\n\r\n")));
    }

    [Fact]
    public async Task Upload_OfTenGigabytes_IsRefusedByItsLengthBeforeItIsSent()
    {
        var answer = await SendAsync(
            $"POST /api/import HTTP/1.1\r\nHost: localhost\r\nCookie: {CookieOf(_house.Ben)}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 10737418240\r\n\r\n");

        Assert.Equal(413, StatusOf(answer));
    }

    [Fact]
    public async Task Upload_WithoutALengthAndWithoutAnEnd_IsRefusedOnceItIsTooLarge()
    {
        using var content = new MultipartFormDataContent { { new StreamContent(new EndlessStream()), "files", "endless.json" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/import", UriKind.Relative)) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = false;

        // The server answers and closes; a client that is still sending may only see that the connection is gone.
        var status = await StatusOrClosedAsync(request);

        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge, $"{status}");
    }

    [Theory]
    [InlineData("/sign-in", "application/x-www-form-urlencoded", "name=olga")]
    [InlineData("/setup", "application/x-www-form-urlencoded", "name=olga")]
    [InlineData("/api/users/me", "application/json", "{\"timeZone\":")]
    [InlineData("/api/import", "multipart/form-data; boundary=x", "--x\r\n")]
    public async Task Body_ThatStopsInTheMiddle_IsRefusedAndNoFaultOfOurs(string address, string type, string beginning)
    {
        var method = address == "/api/users/me" ? "PATCH" : "POST";
        var answer = await SendAsync($"{method} {address} HTTP/1.1\r\nHost: localhost\r\nCookie: {CookieOf(_house.Ben)}\r\nContent-Type: {type}\r\nContent-Length: 1000\r\n\r\n{beginning}");

        Assert.Equal(408, StatusOf(answer));
        Assert.DoesNotContain("unhandled exception", attacked.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/api/auth/login")]
    [InlineData("PATCH", "/api/users/me")]
    [InlineData("POST", "/api/narratives")]
    [InlineData("POST", "/api/survey/predict")]
    public async Task Json_OfAThousandLevels_IsRefused(string method, string address)
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        using var answer = await _house.Ben.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("unhandled exception", attacked.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aSet-Cookie:%20planted=1")]
    [InlineData("/\r\nSet-Cookie: planted=1")]
    public async Task WayBack_ToAnotherSiteOrIntoAHeader_IsNotTaken(string back)
    {
        using var client = _house.Anonymous();
        using var answer = await AccountsHost.SendFormAsync(client, $"/sign-in?back={Uri.EscapeDataString(back)}", new() { ["name"] = "ben", ["password"] = AccountsHost.Password });

        var location = answer.Headers.Location?.OriginalString ?? "/";
        Assert.True(location[0] == '/' && (location.Length == 1 || location[1] is not ('/' or '\\')), location);
        Assert.DoesNotContain("planted", string.Join(' ', answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_StolenAndSentAfterSignOut_IsNobodys()
    {
        var victim = await attacked.SignInOnceMoreAsync(_house.Ben);
        var stolen = CookieOf(victim);
        Assert.Equal(200, StatusOf(await SendAsync($"GET /api/users/me HTTP/1.1\r\nHost: localhost\r\nCookie: {stolen}\r\n\r\n")));

        using var answer = await AccountsHost.SendFormAsync(victim.Client, "/sign-out", []);

        Assert.Equal(401, StatusOf(await SendAsync($"GET /api/users/me HTTP/1.1\r\nHost: localhost\r\nCookie: {stolen}\r\n\r\n")));
    }

    [Fact]
    public async Task State_Forged_SignsNobodyIn()
    {
        var answer = await SendAsync("GET /callback?code=forged&state=forged HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Equal(302, StatusOf(answer));
        Assert.DoesNotContain("spotify_dashboard=", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Passwords_GuessedOneAfterTheOther_SoonHaveToWait()
    {
        using var log = new KeptLog();
        await using var house = await AttackedHouse.StartAsync(log);
        using var client = house.Anonymous();
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 12; guess++)
        {
            using var answer = await AccountsHost.SendFormAsync(client, "/sign-in", new() { ["name"] = "olga", ["password"] = $"wrong {guess.ToString(CultureInfo.InvariantCulture)}" });
            statuses.Add(answer.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.Redirect, statuses);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Contains("too many failed before it", log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /callback?code=forged1&state=forged2 HTTP/1.1\r\nHost: localhost\r\n\r\n", "a login that is not under way")]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "with 421")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nContent-Length: 0\r\n\r\n", "with 403")]
    [InlineData("GET /api/history HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sdb_invented\r\n\r\n", "GET /api/history of 127.0.0.1 was refused with 401")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nX-A: b\rX-C: d\r\n\r\n", "bad request data")]
    public async Task Request_Refused_StandsInTheLog(string request, string words)
    {
        await SendAsync(request);

        await LoggedAsync(words);
        Assert.DoesNotContain("forged1", attacked.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sdb_invented", attacked.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadTooLargeAndDeadCookie_StandInTheLog()
    {
        var victim = await attacked.SignInOnceMoreAsync(_house.Ben);
        var cookie = CookieOf(victim);
        await SendAsync($"POST /api/import HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 10737418240\r\n\r\n");
        using var answer = await AccountsHost.SendFormAsync(victim.Client, "/sign-out", []);
        await SendAsync($"GET /api/users/me HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n");

        await LoggedAsync("POST /api/import of 127.0.0.1 was refused with 413");
        await LoggedAsync("127.0.0.1 showed the cookie of a session that is over");
    }

    [Fact]
    public async Task Request_RefusedWithAPageOfWords_StandsInTheLogUnderItsOwnAddress()
    {
        var ben = await attacked.SignInOnceMoreAsync(_house.Ben);
        await SendAsync($"POST /_blazor/disconnect HTTP/1.1\r\nHost: localhost\r\nCookie: {CookieOf(ben)}\r\nContent-Length: 0\r\n\r\n");
        await SendAsync($"GET /nowhere HTTP/1.1\r\nHost: localhost\r\nCookie: {CookieOf(ben)}\r\n\r\n");

        await LoggedAsync("POST /_blazor/disconnect/ of 127.0.0.1 was refused with 400");
        Assert.DoesNotContain("/not-found of", attacked.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_SentLetterByLetter_AreNotWaitedFor_AndOthersAreServedMeanwhile()
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var one = 0; one < 100; one++)
            {
                var connection = new TcpClient();
                await connection.ConnectAsync(IPAddress.Loopback, _house.Address.Port, Cancellation);
                await connection.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: local"u8.ToArray(), Cancellation);
                slow.Add(connection);
            }

            Assert.Equal(200, StatusOf(await SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")));
            foreach (var connection in slow)
            {
                Assert.DoesNotContain(" 200 ", await ReadAsync(connection.GetStream()), StringComparison.Ordinal);
            }
        }
        finally
        {
            slow.ForEach(static connection => connection.Dispose());
        }
    }

    /// <summary>Waits for a line: some are written when the answer has gone out already.</summary>
    private async Task LoggedAsync(string words)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!attacked.Log.Text.Contains(words, StringComparison.Ordinal))
        {
            Assert.False(patience.IsCancellationRequested, $"\"{words}\" is not in the log:\n{attacked.Log.Text}");
            await Task.Delay(50, Cancellation);
        }
    }

    private static int StatusOf(string answer) => int.Parse(answer.Split(' ')[1], CultureInfo.InvariantCulture);

    private static string CookieOf(SignedIn who) => string.Join("; ", who.Cookies.GetAllCookies().Select(static cookie => $"{cookie.Name}={cookie.Value}"));

    private async Task<HttpStatusCode?> StatusOrClosedAsync(HttpRequestMessage request)
    {
        try
        {
            using var answer = await _house.Ben.Client.SendAsync(request, Cancellation);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Sends bytes as they stand and reads until the server has nothing more to say.</summary>
    private async Task<string> SendAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, _house.Address.Port, Cancellation);
        var closing = request.Replace("\r\nHost: localhost\r\n", $"\r\nHost: localhost\r\nConnection: close\r\n", StringComparison.Ordinal)
            .Replace("\r\nHost: evil.example\r\n\r\n", "\r\nHost: evil.example\r\nConnection: close\r\n\r\n", StringComparison.Ordinal);
        await connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(closing), Cancellation);
        return await ReadAsync(connection.GetStream());
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var text = new StreamReader(stream, Encoding.Latin1);
        var answer = new StringBuilder();
        var letters = new char[4096];
        try
        {
            int read;
            while ((read = await text.ReadAsync(letters, Cancellation)) > 0)
            {
                answer.Append(letters, 0, read);
            }
        }
        catch (IOException)
        {
            // The server cut the connection, which is an answer too: what came before it stands.
        }

        return answer.ToString();
    }
}
