using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Providers.LanguageModels;

/// <summary>How long a model is waited for, on a driven clock.</summary>
public sealed class LanguageModelPatienceTests
{
    private const string Words = """{"answer":"812 minutes"}""";

    private static readonly ModelRequest s_request = new(
        [ModelMessage.User("DATA")], "answer", """{"type":"object","properties":{"answer":{"type":"string"}},"required":["answer"],"additionalProperties":false}""");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Complete_Silence_EndsAfterItsPatience()
    {
        await using var bench = await ModelBench.StartAsync();
        bench.Model.Next(FakeModelAnswers.Silent(new TaskCompletionSource().Task, Words));

        var call = AskAsync(bench);
        await bench.ArrivedAsync(call);
        bench.Time.Advance(LanguageModelClient.SilencePatience);
        var failed = await Assert.ThrowsAsync<LanguageModelException>(() => call);

        Assert.Equal((LanguageModelFailure.Unreachable, "Gemini said nothing for 25 seconds."), (failed.Failure, failed.Message));
    }

    [Fact]
    public async Task Complete_TwentySecondsOfSilence_AreWaitedFor()
    {
        await using var bench = await ModelBench.StartAsync();
        var gate = new TaskCompletionSource();
        bench.Model.Next(FakeModelAnswers.Silent(gate.Task, Words));

        var call = AskAsync(bench);
        await bench.ArrivedAsync(call);
        bench.Time.Advance(TimeSpan.FromSeconds(20));
        gate.SetResult();

        Assert.Equal(Words, (await call).Text);
    }

    [Fact]
    public async Task Complete_EndlessTrickle_EndsAfterThePatienceOfACall()
    {
        await using var bench = await ModelBench.StartAsync();
        using var releases = new SemaphoreSlim(0);
        bench.Model.Next(FakeModelAnswers.Slowly([.. Enumerable.Repeat("word ", 50)], releases));
        using var heard = new SemaphoreSlim(0);

        var call = bench.Client.CompleteAsync(s_request, _ => heard.Release(), Cancellation);
        await bench.ArrivedAsync(call);
        for (var waited = TimeSpan.Zero; waited < LanguageModelClient.CallPatience; waited += TimeSpan.FromSeconds(20))
        {
            releases.Release();
            await heard.WaitAsync(Cancellation);
            bench.Time.Advance(TimeSpan.FromSeconds(20));
        }

        var failed = await Assert.ThrowsAsync<LanguageModelException>(() => call);
        Assert.Equal("Gemini did not finish within 80 seconds.", failed.Message);
    }

    [Fact]
    public async Task Complete_CancelledByTheCaller_IsNoFailure()
    {
        await using var bench = await ModelBench.StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        bench.Model.Next(FakeModelAnswers.Silent(new TaskCompletionSource().Task, Words));

        var call = bench.Client.CompleteAsync(s_request, static _ => { }, stop.Token);
        await bench.ArrivedAsync(call);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.False(bench.State.IsFailing);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Complete_FaultOfTheService_IsRepeatedOnceAfterAPause(int status)
    {
        await using var bench = await ModelBench.StartAsync();
        var fault = status == 500 ? FakeModelAnswers.Internal : FakeModelAnswers.Overloaded;
        bench.Model.Next(fault).Next(FakeModelAnswers.Stream(Words)).Next(fault).Next(fault);

        var answer = await bench.DriveAsync(AskAsync(bench));
        var failed = await Assert.ThrowsAsync<LanguageModelException>(() => bench.DriveAsync(AskAsync(bench)));

        Assert.Equal(Words, answer.Text);
        Assert.Equal((LanguageModelFailure.Unreachable, $"Gemini has a fault of its own or too much to do ({status})."), (failed.Failure, failed.Message));
        Assert.Equal([0, 2, 2, 4], bench.Model.Log.All.Select(request => (int)(request.At - bench.Model.Log.All[0].At).TotalSeconds));
    }

    private static Task<ModelAnswer> AskAsync(ModelBench bench) => bench.Client.CompleteAsync(s_request, static _ => { }, Cancellation);
}
