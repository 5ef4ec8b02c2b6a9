using System.Globalization;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Narrative.Writing.Templates;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Providers.LanguageModels;

namespace SpotifyDashboard.Tests.Narrative.Writing;

/// <summary>The program's own writer, narrators and check, with a fake model behind them.</summary>
internal sealed class WriterBench : IAsyncDisposable, IProgress<CheckedSentence>
{
    private readonly List<CheckedSentence> _shown = [];
    private readonly SemaphoreSlim _more = new(0);

    private WriterBench(ModelBench services, CountingGuard guard)
    {
        Services = services;
        Guard = guard;
        Writer = new StoryWriter(new ChatNarrator(services.Client), new TemplateNarrator(), guard, services.Time, services.LoggerOf<StoryWriter>());
    }

    public ModelBench Services { get; }

    public FakeLanguageModel Model => Services.Model;

    public CountingGuard Guard { get; }

    public StoryWriter Writer { get; }

    /// <summary>What was shown while it arrived.</summary>
    public IReadOnlyList<CheckedSentence> Shown
    {
        get
        {
            lock (_shown)
            {
                return [.. _shown];
            }
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WriterBench> StartAsync(int calls = 20, params (string Key, string? Value)[] settings) => new(await ModelBench.StartAsync(settings), new CountingGuard(calls));

    public Task<WrittenStory> WriteAsync(NarrativeFacts? facts = null, NarrativeTone tone = NarrativeTone.Professional, string language = "en", bool mayAskModel = true) =>
        Writer.WriteAsync(new NarrativeAssignment(facts ?? SampleFacts.Week(), tone, CultureInfo.GetCultureInfo(language)), mayAskModel, this, Cancellation);

    /// <summary>Writes, moving the clock over pauses before repeats.</summary>
    public Task<WrittenStory> DriveAsync(NarrativeFacts? facts = null) => Services.DriveAsync(WriteAsync(facts));

    /// <summary>Waits, in real time, for one sentence more.</summary>
    public async Task MoreAsync() => Assert.True(await _more.WaitAsync(ModelBench.Patience, Cancellation), "No sentence came.");

    public void Report(CheckedSentence value)
    {
        lock (_shown)
        {
            _shown.Add(value);
        }

        _more.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        _more.Dispose();
    }
}
