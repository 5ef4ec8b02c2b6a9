using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Accounts;
using SpotifyDashboard.Tests.Browser;

namespace SpotifyDashboard.Tests.SignIn;

/// <summary>The whole program on a real port with <c>Access:Mode=Accounts</c> and four people: an owner, a second listener, a guest of the owner, and nobody.</summary>
/// <remarks>
/// <code>
/// await using var house = await AccountsHost.StartAsync();
/// var answer = await house.Ben.Client.GetAsync("/api/users/me");      // as the second listener
/// await using var tab = await house.OpenAsync(browser, "/", house.Olga);
/// </code>
/// Everybody's password is <see cref="Password"/>.
/// </remarks>
internal sealed partial class AccountsHost : IAsyncDisposable
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "seven small grey herons";

    private readonly List<IDisposable> _clients = [];

    private AccountsHost(Action<IWebHostBuilder>? configure)
    {
        Host = new DashboardHost(builder =>
        {
            builder.UseSetting("Access:Mode", "Accounts").UseSetting("Demo:Enabled", "false").ConfigureLogging(logging => logging.AddProvider(Log));
            configure?.Invoke(builder);
        });
        Address = Host.Start();
    }

    /// <summary>The program.</summary>
    public DashboardHost Host { get; }

    /// <summary>Where it is reached, with a slash at its end.</summary>
    public Uri Address { get; }

    /// <summary>What it logged.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>The owner, who is a listener too.</summary>
    public SignedIn Olga { get; private set; } = null!;

    /// <summary>Another listener.</summary>
    public SignedIn Ben { get; private set; } = null!;

    /// <summary>A guest, who sees Olga's dashboard.</summary>
    public SignedIn Gus { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the program and signs everybody in.</summary>
    /// <param name="configure">Changes settings and services.</param>
    public static async Task<AccountsHost> StartAsync(Action<IWebHostBuilder>? configure = null)
    {
        var house = new AccountsHost(configure);
        await house.EnrolAsync();
        return house;
    }

    /// <summary>Starts the program before anybody has an account.</summary>
    /// <param name="configure">Changes settings and services.</param>
    public static AccountsHost StartEmpty(Action<IWebHostBuilder>? configure = null) => new(configure);

    /// <summary>A service of the running program.</summary>
    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>A browser in which nobody signed in.</summary>
    public HttpClient Anonymous() => NewBrowser().Client;

    /// <summary>Signs somebody in, in a browser of their own, by the form.</summary>
    public async Task<SignedIn> SignInAsync(Account account)
    {
        var (client, cookies) = NewBrowser();
        var name = account.LoginName ?? throw new ArgumentException("They have no name to sign in with.", nameof(account));
        using var answer = await SendFormAsync(client, "/sign-in", new() { ["name"] = name, ["password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new SignedIn(new Visitor(account.Id, account.ListenerId, account.Role, account.DisplayName), name, client, cookies);
    }

    /// <summary>Opens a page, fills its form and sends it, as a browser does.</summary>
    /// <param name="client">The browser.</param>
    /// <param name="path">The page.</param>
    /// <param name="fields">What is entered.</param>
    /// <param name="to">Where it is sent; null: where the page is.</param>
    public static async Task<HttpResponseMessage> SendFormAsync(HttpClient client, string path, Dictionary<string, string> fields, string? to = null)
    {
        using var page = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        foreach (Match hidden in HiddenField().Matches(await page.Content.ReadAsStringAsync(Cancellation)))
        {
            fields.TryAdd(hidden.Groups["name"].Value, WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        }

        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(to ?? path, UriKind.Relative), content, Cancellation);
    }

    /// <summary>Opens a page in Chromium, signed in as somebody.</summary>
    public Task<BrowserTab> OpenAsync(BrowserFixture browser, string path, SignedIn who, BrowserView? view = null) =>
        browser.OpenAsync(path, view, Host, [.. who.Cookies.GetCookies(Address).Select(cookie => new Microsoft.Playwright.Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Url = Address.AbsoluteUri, HttpOnly = cookie.HttpOnly,
        })]);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await Host.DisposeAsync();
        Log.Dispose();
    }

    private async Task EnrolAsync()
    {
        var enrolment = Get<Enrolment>();
        var olga = await enrolment.SetUpAsync(await Get<SetupCode>().ReadAsync(Cancellation), new NewAccount("Olga", "olga", Password), Cancellation);
        Olga = await SignInAsync(olga);
        Ben = await SignInAsync(await JoinAsync(VisitorRole.Listener, "Ben", "ben"));
        Gus = await SignInAsync(await JoinAsync(VisitorRole.Guest, "Gus", "gus"));
    }

    private async Task<Account> JoinAsync(VisitorRole role, string name, string loginName)
    {
        var invitation = await Get<Invitations>().CreateAsync(Olga.Visitor, role, days: 1, note: null, Cancellation);
        return await Get<Enrolment>().JoinAsync(invitation.Code, new NewAccount(name, loginName, Password), Cancellation);
    }

    private (HttpClient Client, CookieContainer Cookies) NewBrowser()
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        _clients.Add(client);
        return (client, cookies);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenField();
}
