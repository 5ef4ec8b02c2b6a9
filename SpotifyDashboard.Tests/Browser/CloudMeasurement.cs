using System.Globalization;
using Microsoft.Playwright;
using SpotifyDashboard.Tests.Browser.SecondTry;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>Measures the 3-D map at 50,000 points without a graphics card; asserts nothing, since a busy machine is no defect.</summary>
/// <remarks>
/// Part of the build only when asked for, so that no test run skips it:
/// <c>dotnet test -p:Measure=true --filter CloudMeasurement --logger "console;verbosity=detailed"</c>. A draw runs from the chart's
/// skeleton to the end of its first frame; a step from the arrival of a pointer move to the end of the frame that answers it, its pixels
/// read back. CPU seconds are those of this browser's own processes, so they hold on a busy machine, where times on the clock do not.
/// </remarks>
public sealed class CloudMeasurement(BrowserFixture browser, ITestOutputHelper output)
{
    private const int Rounds = 5;
    private const int Steps = 40;

    [BrowserFact]
    public async Task Cloud_FiftyThousandPoints_FirstDrawAndRotation()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var tab = await browser.OpenAsync("/test/controls");
            await using var meter = await CpuMeter.StartAsync(tab);
            var (draw, drawCpu) = await FirstDrawAsync(tab, meter);
            var (steps, stepsCpu) = await TurnAsync(tab, meter);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"first draw {draw:0} ms ({drawCpu:0.00} s CPU); step median {steps[Steps / 2]:0} ms, 90th percentile {steps[Steps * 9 / 10]:0} ms ({stepsCpu / Steps * 1000:0} ms CPU each)"));
        }
    }

    private static async Task<(double Ms, double Cpu)> FirstDrawAsync(BrowserTab tab, CpuMeter meter)
    {
        await tab.Page.AddInitScriptAsync(
            """
            window.drawing = {};
            new MutationObserver(() => {
              const waiting = document.querySelector('.chart-waiting');
              if (waiting) drawing.from ??= performance.now();
              else if (drawing.from && !drawing.asked) { drawing.asked = true; requestAnimationFrame(() => setTimeout(() => drawing.to = performance.now())); }
            }).observe(document, { childList: true, subtree: true });
            """);
        var before = await meter.SecondsAsync();
        await tab.GoToAsync("/test/cloud?points=50000");
        await tab.Page.WaitForFunctionAsync("() => drawing.to");
        return (await tab.Page.EvaluateAsync<double>("() => drawing.to - drawing.from"), await meter.SecondsAsync() - before);
    }

    private static async Task<(double[] Sorted, double Cpu)> TurnAsync(BrowserTab tab, CpuMeter meter)
    {
        await tab.Page.EvaluateAsync(
            """
            () => {
              const host = document.querySelector('.chart-host');
              const { gl } = host._fullLayout.scene._scene.glplot;
              window.steps = [];
              host.addEventListener('mousemove', event => {
                if (!event.buttons || window.answering) return;
                window.answering = true;
                const from = performance.now();
                requestAnimationFrame(() => setTimeout(() => {
                  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
                  steps.push(performance.now() - from);
                  window.answering = false;
                }));
              }, true);
            }
            """);
        var box = await tab.Page.Locator(".chart-host").BoundingBoxAsync() ?? throw new InvalidOperationException("The map has no place.");
        var (x, y) = (box.X + box.Width / 2, box.Y + box.Height / 2);
        await tab.Page.Mouse.MoveAsync(x, y);
        await tab.Page.WaitForTimeoutAsync(1000);
        var before = await meter.SecondsAsync();
        await tab.Page.Mouse.DownAsync();
        for (var i = 1; i <= Steps; i++)
        {
            await tab.Page.Mouse.MoveAsync(x + i * 5, y + i * 2);
            await tab.Page.WaitForFunctionAsync($"() => steps.length >= {i.ToString(CultureInfo.InvariantCulture)}");
        }

        await tab.Page.Mouse.UpAsync();
        return (await tab.Page.EvaluateAsync<double[]>("() => steps.sort((a, b) => a - b)"), await meter.SecondsAsync() - before);
    }

    private sealed class CpuMeter(ICDPSession session) : IAsyncDisposable
    {
        public static async Task<CpuMeter> StartAsync(BrowserTab tab) =>
            new(await (tab.Context.Browser ?? throw new InvalidOperationException("The context has no browser.")).NewBrowserCDPSessionAsync());

        public async Task<double> SecondsAsync()
        {
            var answer = await session.SendAsync("SystemInfo.getProcessInfo") ?? throw new InvalidOperationException("Chromium did not answer.");
            return answer.GetProperty("processInfo").EnumerateArray().Sum(static process => process.GetProperty("cpuTime").GetDouble());
        }

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
