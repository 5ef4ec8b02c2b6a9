using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>What a hand does on the mood map, with a real pointer.</summary>
internal sealed class MapHands(BrowserTab tab)
{
    private const int RasterSteps = 24;

    public IPage Page => tab.Page;

    public ILocator Host => Page.Locator(".map .chart-host");

    /// <summary>Waits until the map is drawn and pictures of it no longer change.</summary>
    public async Task<ILocator> DrawnAsync(float patienceMs = 60_000)
    {
        await Assertions.Expect(Host).ToBeVisibleAsync(new() { Timeout = patienceMs });
        await Assertions.Expect(Page.Locator(".map .chart-waiting")).ToHaveCountAsync(0, new() { Timeout = patienceMs });
        await SettleAsync();
        return Host;
    }

    /// <summary>Points can be picked once the camera stood still for a moment.</summary>
    public Task SettleAsync() => Page.WaitForTimeoutAsync(500);

    public async Task DragAsync(float fromX, float fromY, float toX, float toY)
    {
        var box = await BoxAsync();
        await Page.Mouse.MoveAsync(box.X + (box.Width * fromX), box.Y + (box.Height * fromY));
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(box.X + (box.Width * toX), box.Y + (box.Height * toY), new() { Steps = 8 });
        await Page.Mouse.UpAsync();
        await SettleAsync();
    }

    /// <summary>Draws a line round nearly the whole map.</summary>
    public async Task LassoAsync()
    {
        var box = await BoxAsync();
        var (left, top, right, bottom) = (box.X + 28, box.Y + 12, box.X + box.Width - 12, box.Y + box.Height - 28);
        await Page.Mouse.MoveAsync(left, top);
        await Page.Mouse.DownAsync();
        foreach (var (x, y) in new[] { (right, top), (right, bottom), (left, bottom), (left, top) })
        {
            await Page.Mouse.MoveAsync(x, y, new() { Steps = 8 });
        }

        await Page.Mouse.UpAsync();
    }

    /// <summary>Moves over the map until a point answers with its tip, and leaves the pointer there.</summary>
    /// <returns>The title that the tip names.</returns>
    public async Task<string> FindPointAsync()
    {
        var box = await BoxAsync();
        var tip = Page.Locator(".map .chart-tip strong");
        for (var step = 0; step < RasterSteps * RasterSteps; step++)
        {
            // From the middle outwards in rows: most points are there.
            var (row, column) = (step / RasterSteps, step % RasterSteps);
            var y = box.Y + (box.Height * (0.5f + ((row % 2 == 0 ? 1 : -1) * row / (2f * RasterSteps))));
            await Page.Mouse.MoveAsync(box.X + (box.Width * (0.15f + (0.7f * column / RasterSteps))), y, new() { Steps = 2 });
            await Page.WaitForTimeoutAsync(60);
            if (await tip.IsVisibleAsync())
            {
                await SettleAsync();
                if (await tip.IsVisibleAsync())
                {
                    return await tip.InnerTextAsync();
                }
            }
        }

        throw new InvalidOperationException("No point answered anywhere on the map.");
    }

    public Task<string> CameraAsync() =>
        Page.EvaluateAsync<string>("() => Object.values(document.querySelector('.map .chart-host')._fullLayout.scene._scene.getCamera().eye).map(n => n.toFixed(6)).join()");

    private async Task<ElementHandleBoundingBoxResult> BoxAsync()
    {
        await Host.ScrollIntoViewIfNeededAsync();
        var handle = await Host.ElementHandleAsync();
        return await handle.BoundingBoxAsync() ?? throw new InvalidOperationException("The map has no place.");
    }
}
