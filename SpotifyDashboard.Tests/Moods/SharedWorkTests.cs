using SpotifyDashboard.Moods;

namespace SpotifyDashboard.Tests.Moods;

public sealed class SharedWorkTests
{
    private static readonly CancellationToken s_never = CancellationToken.None;

    [Fact]
    public async Task Work_OneOfTwoLeaves_GoesOnForTheOther()
    {
        var works = new SharedWork<string, int>(capacity: 1);
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var leaving = new CancellationTokenSource();
        var left = works.GetAsync("a", token => gate.Task.WaitAsync(token), leaving.Token);
        var stayed = works.GetAsync("a", _ => Task.FromResult(-1), s_never);

        await leaving.CancelAsync();
        gate.SetResult(7);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Equal(7, await stayed);
    }

    [Fact]
    public async Task Work_TheFirstWhoWaitedWorksOnAtOnce_TheNextGetsItAllTheSame()
    {
        var works = new SharedWork<string, int>(capacity: 1);
        var gate = new TaskCompletionSource<int>();
        using var done = new ManualResetEventSlim();

        // Not on the test's own context, which would give each its turn.
        var (busy, next) = await Task.Run(() => (GetAndWorkAsync(), works.GetAsync("a", _ => Task.FromResult(-1), TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);

        var opened = Task.Run(() => gate.SetResult(7), TestContext.Current.CancellationToken);

        Assert.Equal(7, await next.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        done.Set();
        await Task.WhenAll(busy, opened);

        async Task GetAndWorkAsync()
        {
            await works.GetAsync("a", _ => gate.Task, TestContext.Current.CancellationToken);
            done.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Work_EveryoneLeft_IsCancelledAndBegunAnewByTheNext()
    {
        var works = new SharedWork<string, int>(capacity: 1);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var leaving = new CancellationTokenSource();
        var left = works.GetAsync(
            "a",
            token =>
            {
                token.Register(() => ended.TrySetResult());
                return new TaskCompletionSource<int>().Task.WaitAsync(token);
            },
            leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(2, await works.GetAsync("a", _ => Task.FromResult(2), s_never));
    }

    [Fact]
    public async Task Work_Failed_IsTriedAgainByTheNext()
    {
        var works = new SharedWork<string, int>(capacity: 1);

        await Assert.ThrowsAsync<InvalidDataException>(() => works.GetAsync("a", _ => throw new InvalidDataException(), s_never));

        Assert.Equal(3, await works.GetAsync("a", _ => Task.FromResult(3), s_never));
    }

    [Fact]
    public async Task Work_MoreThanItsRoom_ForgetsWhatWasAskedForLongestAgo()
    {
        var works = new SharedWork<string, int>(capacity: 2);
        var made = new List<string>();
        foreach (var key in new[] { "a", "b", "a", "c", "a", "b" })
        {
            await works.GetAsync(
                key,
                _ =>
                {
                    made.Add(key);
                    return Task.FromResult(0);
                },
                s_never);
        }

        Assert.Equal(["a", "b", "c", "b"], made);
    }
}
