using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>One open page with what browser tests ask of it. Disposing it closes its browser context.</summary>
public sealed class BrowserTab : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _forbidden = new();

    internal BrowserTab(IBrowserContext context, IPage page, Uri address)
    {
        (_context, Page, _address) = (context, page, address);
        page.Console += (_, message) =>
        {
            if (string.Equals(message.Type, "error", StringComparison.Ordinal))
            {
                _errors.Enqueue(message.Text);
            }

            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                _forbidden.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _errors.Enqueue(error);
    }

    /// <summary>Playwright's own page.</summary>
    public IPage Page { get; }

    /// <summary>The browser context, for a second tab that shares the storage of this one, or for its network.</summary>
    public IBrowserContext Context => _context;

    /// <summary>What the browser's console called an error so far, and exceptions of scripts.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Loads an address anew and waits until the circuit has drawn the page and has moved the focus to its heading: it would take it away from what a test looks at.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(new Uri(_address, path).ToString());
        await Page.Locator(".shell").WaitForAsync();
        if (!path.Contains('#', StringComparison.Ordinal))
        {
            await HeadingFocusedAsync();
        }
    }

    /// <summary>Waits until the page that was gone to has moved the focus to its heading; only then keys go where a test sends them.</summary>
    public Task HeadingFocusedAsync() => Assertions.Expect(Page.Locator("h1:focus")).ToHaveCountAsync(1);

    /// <summary>Fails with what the console said, if it said anything bad.</summary>
    public void AssertNoErrors() => Assert.Empty(_errors);

    /// <summary>Fails when axe finds anything moderate, serious or critical on the page as it stands.</summary>
    public async Task AssertAccessibleAsync() => Assert.Empty(await FindAccessFaultsAsync());

    /// <summary>What axe finds moderate, serious or critical on the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> FindAccessFaultsAsync()
    {
        // What fades in has little contrast until it is there.
        await Page.EvaluateAsync("() => document.getAnimations().filter(motion => motion.effect.getComputedTiming().iterations !== Infinity).forEach(motion => motion.finish())");
        var result = await Page.RunAxe();
        var found = result.Violations
            .Where(static rule => rule.Impact is "moderate" or "serious" or "critical")
            .Select(static rule => $"{rule.Id} ({rule.Impact}): {string.Join("; ", rule.Nodes.Take(4).Select(static node => node.Html))}");
        return [.. found];
    }

    /// <summary>Notes down every text that an element shows from now on: what stands for a moment only is missed by looking now and then.</summary>
    public Task WatchAsync(string selector) => Page.EvaluateAsync(
        """
        selector => {
          window.watched = [];
          const look = () => document.querySelectorAll(selector).forEach(element => window.watched.push(element.innerText));
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """,
        selector);

    /// <summary>Waits until the watched element has shown a text, be it gone again.</summary>
    public Task SeenAsync(string text, float patienceMs = 60_000) =>
        Page.WaitForFunctionAsync("text => window.watched.some(shown => shown.includes(text))", text, new() { Timeout = patienceMs });

    /// <summary>A picture of an element, to compare with a later one: equal bytes mean equal pixels.</summary>
    public static Task<byte[]> PixelsAsync(ILocator element) =>
        element.ScreenshotAsync(new() { Type = ScreenshotType.Png, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });

    /// <summary>Counts colours in a picture of an element: a chart that was not drawn has one or two.</summary>
    public async Task<int> ColorsAsync(ILocator element)
    {
        var picture = Convert.ToBase64String(await PixelsAsync(element));
        return await Page.EvaluateAsync<int>(
            """
            async picture => {
              const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
              const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
              const canvas = new OffscreenCanvas(image.width, image.height);
              const pen = canvas.getContext('2d');
              pen.drawImage(image, 0, 0);
              return new Set(new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer)).size;
            }
            """,
            picture);
    }

    /// <summary>Closes the tab, and fails where a page wanted what its Content-Security-Policy forbids.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_forbidden);
    }
}
