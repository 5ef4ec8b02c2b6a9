using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.SignIn;
using SpotifyDashboard.SignIn.Keys;
using SpotifyDashboard.SignIn.Tokens;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Survey;
using SpotifyDashboard.Survey.Sources;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Ingest.Live;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Survey;

/// <summary>The survey's own services over a real database, with fakes of Google, ReccoBeats and Spotify, on a clock that the test drives.</summary>
internal sealed class SurveyBench : IAsyncDisposable
{
    private SurveyBench(PollBench poll, FakeReccoBeats reccoBeats, FakeSheets sheets, string keyFile) => (Poll, ReccoBeats, Sheets, KeyFile) = (poll, reccoBeats, sheets, keyFile);

    public PollBench Poll { get; }

    public FakeReccoBeats ReccoBeats { get; }

    public FakeSheets Sheets { get; }

    public string KeyFile { get; }

    public TestDatabase Database => Poll.Database;

    public SpotifyWorld World => Poll.World;

    public DrivenTime Time => Poll.Time;

    public int Listener => Poll.Listener;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SurveyBench> CreateAsync(PostgresServer server, DatabaseProvider? provider = null)
    {
        var poll = await PollBench.CreateAsync(server, provider);
        var sheets = await FakeSheets.StartAsync(poll.Time, Cancellation);
        return new SurveyBench(poll, await FakeReccoBeats.StartAsync(poll.World, poll.Time, Cancellation), sheets, await sheets.WriteKeyFileAsync(poll.Database.Folder, Cancellation));
    }

    /// <summary>A process that reads the fake sheet; not started.</summary>
    public IHost SheetProcess(params KeyValuePair<string, string?>[] settings) => Process(
        [new("Survey:SheetId", FakeSheets.SheetId), new("Survey:ServiceAccountPath", KeyFile), new("Survey:SheetsUrl", Sheets.Url), .. settings]);

    /// <summary>A process without a survey in its settings; not started.</summary>
    public IHost Process(params KeyValuePair<string, string?>[] settings) => Poll.Process(
        static services =>
        {
            services.AddKeyRing();
            services.AddSingleton<SpotifyApps>();
            services.AddSingleton<GivenRefreshToken>();
            services.AddSingleton(static provider => new SpotifyConnection(
                provider.GetRequiredService<IDbContextFactory<DashboardDbContext>>(),
                provider.GetRequiredService<SpotifyApps>(),
                provider.GetRequiredService<GivenRefreshToken>(),
                provider.GetRequiredService<ListenerScope>(),
                provider.GetRequiredService<TimeProvider>()));
            services.AddSurvey();
        },
        [.. new KeyValuePair<string, string?>[] { new("ReccoBeats:Url", ReccoBeats.Url) }.ExceptBy(settings.Select(setting => setting.Key), setting => setting.Key), .. settings]);

    public Task<SurveyRoster> RosterAsync(IHost process) => process.Services.GetRequiredService<SurveyRosters>().ReadAsync(Listener, Cancellation);

    /// <summary>Reads now, the clock moving on while calls are spaced.</summary>
    public async Task<SurveyLedger?> ReadNowAsync(IHost process)
    {
        var reading = process.Services.GetRequiredService<SurveyFeed>().ReadNowAsync(Cancellation);
        await Poll.DriveAsync(reading);
        return await reading;
    }

    public async Task<SurveyImportResult> ImportAsync(IHost process, string text, string name = "answers.csv")
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await process.Services.GetRequiredService<SurveyImport>().ImportAsync(Listener, name, content, Cancellation);
    }

    /// <summary>Looks up songs, the clock moving on while calls are spaced.</summary>
    public async Task<int> LookUpAsync(IHost process)
    {
        var work = process.Services.GetRequiredService<SurveySongs>().LookUpAsync(Cancellation);
        await Poll.DriveAsync(work);
        return await work;
    }

    public async ValueTask DisposeAsync()
    {
        Sheets.Account.Dispose();
        await Sheets.DisposeAsync();
        await ReccoBeats.DisposeAsync();
        await Poll.DisposeAsync();
    }
}
