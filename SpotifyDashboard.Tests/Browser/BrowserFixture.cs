using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser.SecondTry;

[assembly: AssemblyFixture(typeof(SpotifyDashboard.Tests.Browser.BrowserFixture))]

namespace SpotifyDashboard.Tests.Browser;

/// <summary>One Chromium and one running dashboard for all browser tests of a run; both start with the first test that asks.</summary>
/// <remarks>
/// <para>Take it as a constructor parameter and open pages with it:</para>
/// <code>
/// public sealed class OverviewPageTests(BrowserFixture browser)
/// {
///     [BrowserFact]
///     public async Task Overview_Opened_ShowsTiles()
///     {
///         await using var tab = await browser.OpenAsync("/", BrowserView.Narrow.Dark());
///         await Assertions.Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
///         await tab.AssertAccessibleAsync();
///         tab.AssertNoErrors();
///     }
/// }
/// </code>
/// <para>
/// The shared dashboard shows the demo listener: read it, do not change it. A test that imports or changes settings starts its own,
/// <c>await using var host = new DashboardHost();</c>, and passes it: <c>browser.OpenAsync("/import", host: host)</c>.
/// Every tab is a browser context of its own: no storage is shared between tests.
/// Without Chromium the test is skipped and says what to install; with <c>CI_REQUIRE_ALL=1</c> it fails.
/// </para>
/// </remarks>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Without a graphics card everything is drawn by processors: only charts need WebGL for that, the pages themselves are drawn faster without.
    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-gpu-compositing",
    ];

    private const float PatienceMs = 60_000;

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly Dictionary<DashboardHost, Uri> _addresses = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private DashboardHost? _shared;

    /// <summary>Opens a page in a fresh browser context and waits until the circuit has drawn it.</summary>
    /// <param name="path">Path and query, beginning with a slash.</param>
    /// <param name="view">Size and theme of the window; null: wide and light.</param>
    /// <param name="host">The dashboard to open; null: the shared one.</param>
    /// <param name="cookies">What the browser has from before; null for nothing.</param>
    public async Task<BrowserTab> OpenAsync(string path, BrowserView? view = null, DashboardHost? host = null, IReadOnlyList<Cookie>? cookies = null)
    {
        var (tab, _) = await NewTabAsync(view, host, cookies);
        await tab.GoToAsync(path);
        return tab;
    }

    /// <summary>Opens a page that has no circuit: one before signing in, or one that is shared.</summary>
    /// <param name="path">Path and query, beginning with a slash.</param>
    /// <param name="view">Size and theme of the window; null: wide and light.</param>
    /// <param name="host">The dashboard to open; null: the shared one.</param>
    public async Task<BrowserTab> OpenStaticAsync(string path, BrowserView? view = null, DashboardHost? host = null)
    {
        var (tab, address) = await NewTabAsync(view, host, cookies: null);
        await tab.Page.GotoAsync(new Uri(address, path).ToString());
        return tab;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_shared is not null)
        {
            await _shared.DisposeAsync();
        }

        _starting.Dispose();
    }

    private async Task<(BrowserTab Tab, Uri Address)> NewTabAsync(BrowserView? view, DashboardHost? host, IReadOnlyList<Cookie>? cookies)
    {
        view ??= BrowserView.Wide;
        var (chromium, address) = await StartAsync(host);
        var context = await chromium.NewContextAsync(view.ToOptions());
        context.SetDefaultTimeout(PatienceMs);
        if (cookies is not null)
        {
            await context.AddCookiesAsync(cookies);
        }

        return (new BrowserTab(context, await context.NewPageAsync(), address), address);
    }

    private async Task<(IBrowser Chromium, Uri Address)> StartAsync(DashboardHost? host)
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_browser is null)
            {
                var program = InstalledChromium.FindOrSkip();
                _playwright ??= await Playwright.CreateAsync();

                // Whole runs share the machine with builds; an expectation that holds is met long before.
                Assertions.SetDefaultExpectTimeout(PatienceMs);
                _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = s_arguments });
            }

            var chosen = host ?? (_shared ??= new DashboardHost());
            if (!_addresses.TryGetValue(chosen, out var address))
            {
                _addresses[chosen] = address = chosen.Start();
            }

            return (_browser, address);
        }
        finally
        {
            _starting.Release();
        }
    }
}
