using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Narrative;
using SpotifyDashboard.Narrative.Mail;
using SpotifyDashboard.Providers;
using SpotifyDashboard.SignIn.Keys;
using SpotifyDashboard.Statistics;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.SignIn;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Narrative.Mail;

/// <summary>A listener who wants mail, a mail server of this machine, a real database, and a clock that the test drives.</summary>
internal sealed class MailBench : IAsyncDisposable
{
    public const string Recipient = "mara.secret@example.org";

    private long _plays;

    private MailBench(TestDatabase database, FakeMailServer server, DrivenTime time) => (Database, Server, Time) = (database, server, time);

    public TestDatabase Database { get; }

    public FakeMailServer Server { get; }

    public DrivenTime Time { get; }

    public KeptLog Log { get; } = new();

    /// <summary>Writes stories as the test says.</summary>
    public ScriptedMaker Maker { get; init; } = new();

    public int Listener { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A bench.</summary>
    /// <param name="postgres">The test run's server.</param>
    /// <param name="now">UTC, where the clock begins.</param>
    /// <param name="zone">The listener's.</param>
    /// <param name="provider">Which database.</param>
    /// <param name="isDemo">Whether the listener is the demo.</param>
    /// <param name="maker">Writes stories; a plain one where nothing else is said.</param>
    public static async Task<MailBench> CreateAsync(PostgresServer postgres, string now, string zone = "Europe/Berlin", DatabaseProvider? provider = null, bool isDemo = false, ScriptedMaker? maker = null)
    {
        var bench = new MailBench(await TestDatabase.CreateAsync(provider, postgres), FakeMailServer.Start(), new DrivenTime(Moment(now))) { Maker = maker ?? new ScriptedMaker() };
        bench.Listener = await Rows.ListenerAsync(bench.Database, isDemo);
        await bench.Database.Listeners.ChangeAsync(bench.Listener, listener => listener.TimeZone = zone, Cancellation);
        return bench;
    }

    public static DateTimeOffset Moment(string utc) => DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);

    /// <summary>A process that sends to the bench's server; not started.</summary>
    public IHost Process(params KeyValuePair<string, string?>[] settings) => Database.Process(
        services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
            services.AddProviders();
            services.AddStatistics();
            services.AddMoods();
            services.AddKeyRing();
            services.AddStories();
            services.AddSingleton<IStoryMaker>(Maker);
            services.AddMailReports();
        },
        [
            new("Mail:Host", "localhost"),
            new("Mail:Port", Server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("Mail:From", "dash@example.org"),
            .. settings,
        ]);

    public async Task SubscribeAsync(IHost process, MailRhythm rhythm, bool warns = false) =>
        await process.Services.GetRequiredService<MailSubscriptions>().SaveAsync(Listener, new MailChoice(Recipient, rhythm, warns), Cancellation);

    public Task<int> SendAsync(IHost process) => process.Services.GetRequiredService<MailReports>().SendDueAsync(Cancellation);

    /// <summary>Looks every so many hours, as the program does once a minute, until a moment.</summary>
    /// <returns>When letters were taken, in the listener's zone, and what they were called.</returns>
    public async Task<IReadOnlyList<string>> SendUntilAsync(IHost process, string end, string zone = "Europe/Berlin", int hours = 1)
    {
        var sent = new List<string>();
        for (var known = Server.Letters.Count; Time.GetUtcNow() < Moment(end); Time.Advance(TimeSpan.FromHours(hours)))
        {
            await SendAsync(process);
            foreach (var letter in Server.Letters.Skip(known))
            {
                known++;
                var at = TimeZoneInfo.ConvertTime(Time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone));
                sent.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at:yyyy-MM-dd HH}: {letter.Mime.Subject}"));
            }
        }

        return sent;
    }

    /// <summary>Plays of one track at noon UTC of each day, told to nobody: for before a process reads.</summary>
    public async Task PlayDailyAsync(string firstDay, int days, string title = "One", string artist = "Band")
    {
        await using (var context = await Database.OpenAsync())
        {
            var known = new Artist { Name = artist };
            context.Artists.Add(known);
            await context.SaveChangesAsync(Cancellation);
            var track = new Track { NameKey = NameKey.Of(artist, title), Title = title, ArtistId = known.Id };
            context.Tracks.Add(track);
            await context.SaveChangesAsync(Cancellation);
            for (var day = 0; day < days; day++)
            {
                var start = Moment(firstDay).AddDays(day).AddHours(12);
                context.Plays.Add(new Play
                {
                    Id = ++_plays,
                    ListenerId = Listener,
                    StartedAt = start,
                    EndedAt = start.AddMinutes(3),
                    MsPlayed = 180_000,
                    TrackId = track.Id,
                    Source = Source.ExtendedExport,
                    Precision = Precision.Exact,
                    CircumstanceId = Circumstance.UnknownId,
                });
            }

            await context.SaveChangesAsync(Cancellation);
        }

        await using var write = await Database.Writer.BeginAsync(Listener, Cancellation);
        write.MarkAdded();
        await write.CommitAsync(Cancellation);
    }

    /// <summary>Connects the listener to Spotify, as a login at a moment leaves it.</summary>
    public async Task ConnectAsync(string at)
    {
        await using var context = await Database.OpenAsync();
        context.SpotifyAccounts.Add(new SpotifyAccountRow { ListenerId = Listener, AccountId = "a", UserId = "u", ClientId = "c", Scopes = "", RefreshToken = "sealed", UpdatedAt = Moment(at) });
        context.PollStates.Add(new PollStateRow { ListenerId = Listener });
        await context.SaveChangesAsync(Cancellation);
        await Database.Listeners.ChangeAsync(Listener, listener => listener.AuthorizedAt = Moment(at), Cancellation);
    }

    /// <summary>Sets since when polls fail, and since when a login is needed.</summary>
    public async Task FailAsync(string? pollsSince, string? loginSince = null, string reason = "Spotify did not answer.")
    {
        await using var context = await Database.OpenAsync();
        DateTimeOffset? polls = pollsSince is null ? null : Moment(pollsSince);
        DateTimeOffset? login = loginSince is null ? null : Moment(loginSince);
        await context.PollStates.ExecuteUpdateAsync(poll => poll.SetProperty(p => p.FailingSince, polls).SetProperty(p => p.LastFailure, reason), Cancellation);
        await context.SpotifyAccounts.ExecuteUpdateAsync(account => account.SetProperty(a => a.NeedsLoginSince, login), Cancellation);
    }

    public async Task<MailLetterRow> LetterAsync(string kind, string key)
    {
        await using var context = await Database.OpenAsync();
        return await context.MailLetters.AsNoTracking().SingleAsync(letter => letter.Kind == kind && letter.PeriodKey == key, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }
}
