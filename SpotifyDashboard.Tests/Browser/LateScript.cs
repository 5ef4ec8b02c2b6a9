using Microsoft.Playwright;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>Keeps a script of the program on its way to the browser until it is released.</summary>
internal sealed class LateScript
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LateScript()
    {
    }

    /// <summary>Ends when the page has asked for the script.</summary>
    public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    /// <summary>Holds the script of a component from here on, until it is released.</summary>
    /// <param name="page">Where it will be asked for.</param>
    /// <param name="component">The component's name, as its script is called.</param>
    public static async Task<LateScript> HoldAsync(IPage page, string component)
    {
        var held = new LateScript();
        await page.RouteAsync($"**/{component}.*js", held.PassAsync);
        return held;
    }

    /// <summary>Lets the script through and waits until the browser has it.</summary>
    public Task ReleaseAsync()
    {
        _released.TrySetResult();
        return _arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    private async Task PassAsync(IRoute route)
    {
        _asked.TrySetResult();
        await _released.Task;
        await route.ContinueAsync();
        _arrived.TrySetResult();
    }
}
