namespace SpotifyDashboard.Tests.Fakes;

public sealed class DrivenTimeTests
{
    private readonly DrivenTime _time = new();

    [Fact]
    public async Task Delay_FiresWhenItsTimeHasCome_NotBefore()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _time, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await delay;
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public void Timers_FireInOrder_WithTheClockAtTheirTime()
    {
        var start = _time.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        void Note(object? name) => fired.Add(((string?)name ?? "", _time.GetUtcNow() - start));
        using var late = _time.CreateTimer(Note, "late", TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        using var often = _time.CreateTimer(Note, "often", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));

        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(
            [("often", TimeSpan.FromSeconds(2)), ("often", TimeSpan.FromSeconds(4)), ("late", TimeSpan.FromSeconds(5)), ("often", TimeSpan.FromSeconds(6))],
            fired);
        Assert.Equal(start.AddSeconds(6), _time.GetUtcNow());
    }

    [Fact]
    public void Timer_Disposed_FiresNoMore()
    {
        var fired = 0;
        var timer = _time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        _time.Advance(TimeSpan.FromSeconds(2));
        timer.Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(2, fired);
    }

    [Fact]
    public async Task PeriodicTimer_TicksAsTheClockMoves()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), _time);
        var tick = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await tick);
    }

    [Fact]
    public async Task Timer_DueAtOnce_NeedsNoMovement()
    {
        var fired = new TaskCompletionSource();
        await using var timer = _time.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Set_MovesTheClockBackWithoutFiring()
    {
        var fired = 0;
        using var timer = _time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var start = _time.GetUtcNow();

        _time.Set(start.AddHours(-1));
        _time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, fired);

        _time.AdvanceTo(start.AddSeconds(1));
        Assert.Equal(1, fired);
    }

    [Fact]
    public void Elapsed_FollowsTheClock()
    {
        var start = _time.GetTimestamp();

        _time.Advance(TimeSpan.FromMilliseconds(1500));

        Assert.Equal(TimeSpan.FromMilliseconds(1500), _time.GetElapsedTime(start));
    }
}
