using SpotifyDashboard.Session;

namespace SpotifyDashboard.Tests.Session;

public sealed class SessionCacheTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetOrComputeAsync_TwoCallersOfOneKey_ShareOneComputation()
    {
        using var cache = new SessionCache();
        var gate = new TaskCompletionSource<int>();
        var runs = 0;

        var first = cache.GetOrComputeAsync(new Key(1), ComputeAsync, Token);
        var second = cache.GetOrComputeAsync(new Key(1), ComputeAsync, Token);
        gate.SetResult(7);

        var values = await Task.WhenAll(first, second);
        Assert.Equal([7, 7], values);
        Assert.Equal(1, runs);

        Task<int> ComputeAsync(CancellationToken token)
        {
            runs++;
            return gate.Task;
        }
    }

    [Fact]
    public async Task GetOrComputeAsync_AfterAFailure_TriesAgain()
    {
        using var cache = new SessionCache();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            cache.GetOrComputeAsync<int>(new Key(1), static _ => throw new InvalidOperationException("No."), Token));

        var value = await cache.GetOrComputeAsync(new Key(1), static _ => Task.FromResult(3), Token);

        Assert.Equal(3, value);
    }

    [Fact]
    public async Task GetOrComputeAsync_CallerLeaves_OthersStillGetTheValue()
    {
        using var cache = new SessionCache();
        using var leaving = new CancellationTokenSource();
        var gate = new TaskCompletionSource<int>();
        var leaver = cache.GetOrComputeAsync(new Key(1), _ => gate.Task, leaving.Token);
        var stayer = cache.GetOrComputeAsync(new Key(1), _ => gate.Task, Token);

        await leaving.CancelAsync();
        gate.SetResult(5);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        Assert.Equal(5, await stayer);
    }

    [Fact]
    public async Task Clear_OfSomeKeys_ComputesThoseAnewAndKeepsTheOthers()
    {
        using var cache = new SessionCache();
        await cache.GetOrComputeAsync(new Key(1), static _ => Task.FromResult(1), Token);
        await cache.GetOrComputeAsync(new Key(2), static _ => Task.FromResult(2), Token);

        cache.Clear(static key => key is Key { Listener: 1 });

        Assert.Equal(10, await cache.GetOrComputeAsync(new Key(1), static _ => Task.FromResult(10), Token));
        Assert.Equal(2, await cache.GetOrComputeAsync(new Key(2), static _ => Task.FromResult(20), Token));
    }

    [Fact]
    public async Task GetOrComputeAsync_OldFailureAfterClear_LeavesTheNewValueAlone()
    {
        using var cache = new SessionCache();
        var gate = new TaskCompletionSource<int>();
        var old = cache.GetOrComputeAsync(new Key(1), _ => gate.Task, Token);
        cache.Clear();
        await cache.GetOrComputeAsync(new Key(1), static _ => Task.FromResult(2), Token);

        gate.SetException(new InvalidOperationException("Late."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => old);

        Assert.Equal(2, await cache.GetOrComputeAsync(new Key(1), static _ => Task.FromResult(3), Token));
    }

    [Fact]
    public async Task Dispose_WithWorkUnderWay_CancelsIt()
    {
        var cache = new SessionCache();
        var waiting = cache.GetOrComputeAsync(new Key(1), NeverAsync, Token);

        cache.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static async Task<int> NeverAsync(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        return 0;
    }

    private sealed record Key(int Listener);
}
