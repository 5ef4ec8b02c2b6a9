using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Checking;
using SpotifyDashboard.Narrative.Facts;
using SpotifyDashboard.Narrative.Writing;
using SpotifyDashboard.Providers.LanguageModels;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Jobs;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative;

/// <summary>A database with one listener, and programs that write stories on it by a scripted maker.</summary>
internal sealed class StoryBench(TestDatabase database, int listener) : IAsyncDisposable
{
    public TestDatabase Database => database;

    public int Listener => listener;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<StoryBench> CreateAsync(PostgresServer server, DatabaseProvider? provider = null, bool isDemo = false)
    {
        var database = await TestDatabase.CreateAsync(provider, server);
        return new StoryBench(database, await Rows.ListenerAsync(database, isDemo));
    }

    /// <summary>A program on the database; not started, so that it takes up nothing by itself.</summary>
    public IHost Program(IStoryMaker? maker = null, TimeProvider? time = null, int callsPerDay = 20) => database.Process(services =>
    {
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddOptions<LanguageModelOptions>().Configure(options => options.CallsPerDay = callsPerDay);
        services.AddSingleton(maker ?? new ScriptedMaker());
        services.AddJobs();
        services.AddStories();
        services.AddSingleton<NarrativeSchedule>();
    });

    public async Task<ListenerProfile> ProfileAsync(int? id = null) =>
        await database.Listeners.FindAsync(id ?? listener, Cancellation) ?? throw new InvalidOperationException("The listener is gone.");

    public Task SetZoneAsync(string zone) => database.Listeners.ChangeAsync(listener, row => row.TimeZone = zone, Cancellation);

    /// <summary>Asks for a story and waits for the end of its job.</summary>
    public async Task<JobView> WriteAsync(IHost program, NarrativeRequest request)
    {
        var job = await program.Services.GetRequiredService<NarrativeService>().StartAsync(await ProfileAsync(), request, Cancellation);
        return await JobBench.WaitForAsync(program, job, static view => view.HasEnded);
    }

    /// <summary>A story with every member set, for storing by hand.</summary>
    public NarrativeSnapshot Story(DateTimeOffset? createdAt = null) => Story(listener, createdAt);

    /// <inheritdoc cref="Story(DateTimeOffset?)"/>
    public static NarrativeSnapshot Story(int listener, DateTimeOffset? createdAt = null) => new()
    {
        Id = Guid.CreateVersion7(),
        ListenerId = listener,
        Period = new Period(new DateOnly(2026, 3, 1), To: null),
        Days = new FactDays(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31)),
        Tone = NarrativeTone.Roast,
        Language = "de",
        HasNames = true,
        Text = new CheckedText(
            [
                ScriptedMaker.Sentence(TextPart.Title, "März"),
                ScriptedMaker.Sentence(TextPart.Description, "Du hast 1.204 Titel gehört.", "plays"),
                ScriptedMaker.Sentence(TextPart.Roast, "„Sigur Rós“ also.", "artist-1"),
            ],
            []),
        Facts =
        [
            new NarrativeFact { Id = "plays", Topic = FactTopic.Totals, Text = "You played 1,204 tracks.", Href = "/stats?from=2026-03-01", Figures = [new FactFigure(1204, FactUnit.Plays)] },
            new NarrativeFact
            {
                Id = "artist-1",
                Topic = FactTopic.Artists,
                Text = "Your top artist was Sigur Rós with 21.4 % of your plays, most on 3 March 2026.",
                Href = "/artists/7",
                Figures = [new FactFigure(21.4375, FactUnit.Percent), new FactFigure(1, FactUnit.Rank)],
                Names = [new FactName(FactNameKind.Artist, "Sigur Rós")],
                Days = [new FactDays(new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 3))],
            },
        ],
        Source = NarrativeSource.Model,
        Model = "test-model",
        PromptVersion = "3",
        Outcome = ModelOutcome.Repaired,
        Remark = null,
        TokensIn = 1_210,
        TokensOut = 480,
        Occasion = NarrativeOccasion.Monthly,
        PeriodKey = "2026-03",
        CreatedAt = createdAt ?? new DateTimeOffset(2026, 4, 1, 3, 0, 0, TimeSpan.Zero),
    };

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
