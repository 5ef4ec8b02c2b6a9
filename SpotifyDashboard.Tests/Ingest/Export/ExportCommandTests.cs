using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Ingest.Export;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Export;

/// <summary>The command <c>export FILE.json</c>, and the demo's history on its way out and in.</summary>
public sealed class ExportCommandTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_WithANewFile_WritesTheHistoryAndSaysHowMuch()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        await bench.ImportAsync(bench.Write("e.json", Rows.List(Rows.Extended("2024-05-01T10:00:41Z"), Rows.Extended("2024-05-01T10:04:41Z", track: 2))));
        var path = Path.Combine(bench.Folder, "out.json");

        var (code, output, error) = await RunAsync(bench, path);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal($"Wrote 2 rows to {path}.{Environment.NewLine}", output);
        Assert.StartsWith("[\n{\"ts\":\"2024-05-01T10:00:41Z\"", await File.ReadAllTextAsync(path, Cancellation), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(bench.Folder, "*.part"));
    }

    [Fact]
    public async Task Command_WithAFileThatIsThere_OverwritesNothing()
    {
        await using var bench = await ImportBench.CreateAsync(server);
        var path = bench.Write("out.json", "mine");

        var (code, _, error) = await RunAsync(bench, path);

        Assert.Equal(1, code);
        Assert.Contains("is there already", error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task Command_WhereNothingCanBeWritten_SaysSoInASentence()
    {
        await using var bench = await ImportBench.CreateAsync(server);

        var (code, _, error) = await RunAsync(bench, Path.Combine(bench.Folder, "nowhere", "out.json"));

        Assert.Equal(1, code);
        Assert.Contains("can't be written", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("a.json", "b.json")]
    [InlineData("--help")]
    public async Task Command_UsedWrongly_ShowsItsUse(params string[] arguments)
    {
        await using var bench = await ImportBench.CreateAsync(server);

        var (code, _, error) = await RunAsync(bench, arguments);

        Assert.Equal(2, code);
        Assert.StartsWith("Usage: export FILE.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DemosHistory_ExportedAndImported_GivesTheSameFileAndStaysMarked()
    {
        await using var bench = await ImportBench.CreateAsync(server, register: services => services.AddDemo());
        await bench.Services.GetRequiredService<DemoListener>().EnsureAsync(Cancellation);
        var demo = int.Parse(await bench.Database.ScalarAsync("SELECT id FROM listeners WHERE is_demo") ?? "", CultureInfo.InvariantCulture);
        var file = await ExportAsync(bench, demo);
        await using var second = await ImportBench.CreateAsync(server);

        await second.ImportAsync(second.Write("demo.json", file));

        Assert.True(file.Length > 1_000_000);
        Assert.Equal(file, await ExportAsync(second, second.ListenerId));
        Assert.Equal("5", await second.Database.ScalarAsync("SELECT DISTINCT source FROM plays"));
    }

    private static async Task<string> ExportAsync(ImportBench bench, int listenerId)
    {
        using var stream = new MemoryStream();
        await bench.Services.GetRequiredService<HistoryExport>().WriteAsync(listenerId, stream, Cancellation);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(ImportBench bench, params string[] arguments)
    {
        await using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        var code = await ExportCommand.RunAsync(bench.Services, arguments, output, error, Cancellation);
        return (code, output.ToString(), error.ToString());
    }
}
