using SpotifyDashboard.Session;

namespace SpotifyDashboard.Overview;

/// <summary>Calls for a refresh again and again while a choice stands. Made and disposed by the component that refreshes.</summary>
internal sealed class AutoRefresh(TimeProvider time) : IDisposable
{
    private readonly Latest _choosing = new();

    /// <summary>How often.</summary>
    public AutoRefreshChoice Choice { get; private set; } = AutoRefreshChoice.All[0];

    /// <summary>Calls <paramref name="refresh"/> in the rhythm of <paramref name="choice"/> from now on.</summary>
    /// <param name="choice">How often.</param>
    /// <param name="refresh">Handles its own failures; the next call waits until it has ended.</param>
    public Task ChooseAsync(AutoRefreshChoice choice, Func<Task> refresh)
    {
        Choice = choice;
        var superseded = _choosing.Next();
        return choice.Interval is { } interval ? TickAsync(interval, refresh, superseded) : Task.CompletedTask;
    }

    public void Dispose() => _choosing.Dispose();

    private async Task TickAsync(TimeSpan interval, Func<Task> refresh, CancellationToken superseded)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(superseded))
            {
                await refresh();
            }
        }
        catch (OperationCanceledException) when (superseded.IsCancellationRequested)
        {
            // Another choice was made, or the page was left.
        }
    }
}
