using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Login;
using SpotifyDashboard.SignIn.Terminal;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>The command <c>login</c>.</summary>
public sealed class LoginCommandTests(PostgresServer server) : IDisposable
{
    private static readonly HttpClient s_browser = new();

    private readonly int _port = FreePort();
    private readonly PastingReader _input = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Redirect => $"http://127.0.0.1:{_port}/callback";

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Login_NothingElseAtTheRedirectAddress_TakesTheAnswerItself()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Mara.DisplayName = "Mara \u001b[31m<b>";
        var command = RunAsync(bench.Process(Setting("RedirectUri", Redirect)));

        // Spotify's page sends the browser on to the command's own listener.
        var page = await s_browser.GetStringAsync(await AddressAsync(_output), Cancellation);

        Assert.Equal(0, await bench.DriveAsync(command));
        Assert.Contains("Connected as Mara [31m&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Connected to Spotify as Mara [31m<b>.", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync()).State);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Login_AddressPasted_IsTakenAndAForeignOneIsNot()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var command = RunAsync(bench.Process(Setting("RedirectUri", "https://music.example/callback")));
        bench.Spotify.App.RedirectUris = ["https://music.example/callback"];
        var came = await LoginBench.ConsentAsync(new LoginBegun(await AddressAsync(_output), ""));

        _input.Paste("hello");
        _input.Paste("https://music.example/callback?code=a&state=b");
        _input.Paste($"  https://music.example/callback?code={came.Code}&state={came.State} ");

        Assert.Equal(0, await bench.DriveAsync(command));
        Assert.Equal(2, _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(ConnectionState.Connected, (await bench.StatusAsync()).State);
    }

    [Fact]
    public async Task Login_DashboardRunsAtTheAddress_IsNoticedWhenItTakesTheAnswer()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        using var dashboard = new TcpListener(IPAddress.Loopback, _port);
        dashboard.Start();
        var command = RunAsync(bench.Process(Setting("RedirectUri", Redirect)));
        var came = await LoginBench.ConsentAsync(new LoginBegun(await AddressAsync(_output), ""));

        // Any browser may complete it: a login by command is bound to none.
        await LoginBench.Get<SpotifyLogin>(bench.First).CompleteAsync(came.Code ?? "", came.State ?? "", browser: null, Cancellation);

        Assert.Equal(0, await bench.DriveAsync(command));
        Assert.Contains("Something answers", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Connected to Spotify as Mara Lindqvist.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoginPrint_AnsweredHere_PrintsTheTokenAloneAndStoresNothing()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var command = RunAsync(bench.Process(Setting("RedirectUri", Redirect)), "--print");

        await s_browser.GetStringAsync(await AddressAsync(_error), Cancellation);

        Assert.Equal(0, await bench.DriveAsync(command));
        Assert.NotNull(bench.Spotify.Tokens.FindRefresh(Assert.Single(_output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal((0L, 0L), (await bench.CountAsync("spotify_accounts"), await bench.CountAsync("login_attempts")));
    }

    [Fact]
    public async Task LoginPrint_DashboardRunsAtTheAddress_IsHandedTheCode()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        using var dashboard = new TcpListener(IPAddress.Loopback, _port);
        dashboard.Start();
        var command = RunAsync(bench.Process(Setting("RedirectUri", Redirect)), "--print");
        var came = await LoginBench.ConsentAsync(new LoginBegun(await AddressAsync(_error), ""));

        var outcome = await LoginBench.Get<SpotifyLogin>(bench.First).CompleteAsync(came.Code ?? "", came.State ?? "", browser: null, Cancellation);
        var stored = await bench.EverythingStoredAsync();

        Assert.Equal(0, await bench.DriveAsync(command));
        Assert.Null(outcome.Listener);
        Assert.DoesNotContain(came.Code ?? "?", stored, StringComparison.Ordinal);
        Assert.StartsWith("AQDfakeRefresh", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await bench.CountAsync("spotify_accounts"));
    }

    [Fact]
    public async Task Login_Denied_EndsWith1AndSaysSo()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        bench.Spotify.App.IsDenied = true;
        var command = RunAsync(bench.Process(Setting("RedirectUri", Redirect)));

        await s_browser.GetStringAsync(await AddressAsync(_output), Cancellation);

        Assert.Equal(1, await bench.DriveAsync(command));
        Assert.Contains("did not allow", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_NobodyComes_EndsWith1AfterTenMinutes()
    {
        await using var bench = await LoginBench.CreateAsync(server);
        var command = RunAsync(bench.Process(Setting("RedirectUri", Redirect)));
        await AddressAsync(_output);
        await bench.Time.WaitForTimersAsync(2, Cancellation);

        bench.Time.Advance(LoginAttempts.Patience);

        Assert.Equal(1, await bench.DriveAsync(command));
        Assert.Contains("ten minutes", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_NoClientId_EndsWith1AndNamesTheSetting()
    {
        await using var bench = await LoginBench.CreateAsync(server);

        Assert.Equal(1, await RunAsync(bench.Process(Setting("ClientId", ""))));
        Assert.Contains("Spotify:ClientId", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--show")]
    [InlineData("--print", "more")]
    [InlineData("now")]
    public async Task Login_UsedWrongly_EndsWith2(params string[] options)
    {
        await using var bench = await LoginBench.CreateAsync(server);

        Assert.Equal(2, await RunAsync(bench.First, options));
        Assert.StartsWith("Usage: login", _error.ToString(), StringComparison.Ordinal);
    }

    private static KeyValuePair<string, string?> Setting(string name, string value) => new($"Spotify:{name}", value);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<int> RunAsync(IHost process, params string[] options) => Task.Run(
        () => LoginCommand.RunAsync(
            process.Services, options, new LoginTerminal(_input, TextWriter.Synchronized(_output), TextWriter.Synchronized(_error)), Cancellation),
        Cancellation);

    /// <summary>The address that the command printed, once it says where it waits.</summary>
    private static async Task<Uri> AddressAsync(StringWriter words)
    {
        while (!words.ToString().Contains("press Enter", StringComparison.Ordinal))
        {
            await Task.Delay(10, Cancellation);
        }

        return new Uri(words.ToString().Split('\n').First(line => line.StartsWith("http", StringComparison.Ordinal)).Trim());
    }
}
