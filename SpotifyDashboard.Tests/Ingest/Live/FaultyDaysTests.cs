using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Ingest.Live;
using SpotifyDashboard.Providers.Http;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Live;

/// <summary>Two days of listening against a Spotify that fails in every way it can.</summary>
public sealed class FaultyDaysTests(PostgresServer server)
{
    private static readonly TimeSpan s_days = TimeSpan.FromHours(48);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task TwoDays_WithOutagesAndLateness_StoreEveryPlayThatCouldBeSeen(int seed)
    {
        var clock = new SimulatedTime(new DateTimeOffset(2026, 11, 19, 12, 0, 0, TimeSpan.Zero));
        var start = clock.GetUtcNow();
        await using var bench = await PollBench.CreateAsync(server, clock: clock);
        bench.World.AddCatalogue(200);
        new WorldDiary(bench.World, seed) { LongestDelay = TimeSpan.FromMinutes(45) }.Write(bench.User, start, start + s_days - TimeSpan.FromHours(2));
        Spoil(bench, start);

        var output = await SimulateAsync(bench, clock, "--hours", "48");

        var stored = (await bench.PlaysAsync()).ToHashSet();
        var truth = bench.Truth(bench.User);
        var gaps = (await bench.Database.RowsAsync("SELECT from_at, to_at FROM gaps")).Select(row => (From: Number(row[0]), To: Number(row[1]))).ToList();
        var missed = truth.Where(play => !stored.Contains(play)).ToList();
        Assert.Contains("polls", output, StringComparison.Ordinal);
        Assert.Subset(truth.ToHashSet(), stored);
        Assert.All(missed, play => Assert.Contains(gaps, gap => gap.From < play.EndedAt && play.EndedAt < gap.To));
        Assert.All(gaps, gap => Assert.Contains(missed, play => gap.From < play.EndedAt && play.EndedAt < gap.To));
        Assert.Empty(bench.Spotify.Violations);
        Assert.InRange(bench.Spotify.Log.To("/recently-played").Count, 100, 500);
    }

    [Fact]
    public async Task Outage_InWhichMoreThanFiftyWerePlayed_IsOneGapExactlyThere()
    {
        var clock = new SimulatedTime(new DateTimeOffset(2026, 11, 19, 12, 0, 0, TimeSpan.Zero));
        var start = clock.GetUtcNow();
        await using var bench = await PollBench.CreateAsync(server, clock: clock);
        var tracks = bench.World.AddCatalogue(150);
        bench.World.PlayInRow(bench.User, tracks, start + TimeSpan.FromHours(9));
        var (from, to) = (start + TimeSpan.FromHours(3), start + TimeSpan.FromHours(8));
        bench.Spotify.Faults.Always(Fault.Answer(503, FaultBody.Html), request => request.At >= from && request.At < to);

        await SimulateAsync(bench, clock, "--hours", "12");

        var stored = (await bench.PlaysAsync()).ToHashSet();
        var missed = bench.Truth(bench.User).Where(play => !stored.Contains(play)).ToList();
        var gap = Assert.Single(await bench.Database.RowsAsync("SELECT from_at, to_at FROM gaps"));
        Assert.NotEmpty(missed);
        Assert.All(missed, play => Assert.InRange(play.EndedAt, Number(gap[0]) + 1, Number(gap[1]) - 1));
        Assert.DoesNotContain(stored, play => play.EndedAt > Number(gap[0]) && play.EndedAt < Number(gap[1]));
    }

    [Theory]
    [InlineData]
    [InlineData("--hours")]
    [InlineData("--hours", "-3")]
    [InlineData("--hours", "2", "--start", "yesterday")]
    [InlineData("--days", "2")]
    public async Task Simulate_CalledWrongly_SaysHowAndEndsWithTwo(params string[] arguments)
    {
        await using var bench = await PollBench.CreateAsync(server);
        var error = new StringWriter();

        var code = await SimulateCommand.RunAsync(bench.Process().Services, arguments, TextWriter.Null, error, Cancellation);

        Assert.Equal(2, code);
        Assert.StartsWith("Usage", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_OfASimulation_CarryItsTime()
    {
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var clock = new SimulatedTime(start);
        await using var bench = await PollBench.CreateAsync(server, clock: clock);
        var dates = new List<DateTimeOffset>();
        bench.Spotify.Faults.Always(Fault.Answer(500), request =>
        {
            dates.Add(DateTimeOffset.ParseExact(request.Headers["Date"].ToString(), "R", CultureInfo.InvariantCulture));
            return false;
        });

        await SimulateAsync(bench, clock, "--hours", "1");

        // How many of its seconds pass before the first request is the machine's affair.
        Assert.InRange(dates[0], start, start.AddMinutes(1));
        Assert.All(dates, date => Assert.InRange(date, clock.GetUtcNow().AddHours(-1.1), clock.GetUtcNow()));
    }

    private static async Task<string> SimulateAsync(PollBench bench, SimulatedTime clock, params string[] arguments)
    {
        var process = bench.Process(services =>
        {
            services.AddSingleton(clock);
            services.AddSingleton(new RequestStamp(clock));
        });
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await SimulateCommand.RunAsync(process.Services, arguments, output, error, Cancellation);
        Assert.True(code == 0, $"{code}: {error} {output}");
        return output.ToString();
    }

    /// <summary>An outage of five hours, one of twenty minutes, answers cut and lying in between.</summary>
    private static void Spoil(PollBench bench, DateTimeOffset start)
    {
        Between(20, 25, Fault.Answer(502, FaultBody.Html));
        Between(31, 31.4, Fault.Answer(500, FaultBody.Empty));
        Between(36, 36.2, Fault.Cut);
        Between(40, 40.2, Fault.Spoil(FaultBody.TruncatedJson));
        Between(43, 43.1, Fault.Answer(429, FaultBody.PlainText, TimeSpan.FromSeconds(20)));

        void Between(double from, double to, Fault fault) => bench.Spotify.Faults.Always(
            fault, request => request.At >= start.AddHours(from) && request.At < start.AddHours(to));
    }

    private static long Number(string? text) => long.Parse(text ?? "", CultureInfo.InvariantCulture);
}
