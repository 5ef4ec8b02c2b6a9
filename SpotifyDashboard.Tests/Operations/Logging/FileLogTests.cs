using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using SpotifyDashboard.Operations.Logging;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Browser;
using SpotifyDashboard.Tests.Fakes;

namespace SpotifyDashboard.Tests.Operations.Logging;

public sealed class FileLogTests : IDisposable
{
    private const string Secret = "geheim-4711";
    private const int Lines = 300;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("log-");
    private readonly DrivenTime _time = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Log_MoreThanFits_RollsOverAndKeepsTheNewest()
    {
        var options = new FileLogOptions { Path = "logs/app.log", MaxBytes = 4096, Keep = 3 };
        using (var provider = FileLog.Open(options, _folder.FullName, TextWriter.Null, _time))
        {
            Write(provider, Lines);
        }

        var files = _folder.GetFiles("logs/*.log").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        Assert.Equal(options.Keep, files.Count);
        Assert.All(files, file => Assert.InRange(file.Length, 1, options.MaxBytes + 1024));
        Assert.Equal(Lines, LinesOf(files[^1]).Last().GetProperty("Properties").GetProperty("Number").GetInt32());
    }

    [Fact]
    public void Log_DiskFull_GoesOnAndComplainsOnceAMinute()
    {
        using var errors = new StringWriter();
        using var provider = FileLog.Open(new FileLogOptions { Path = "/dev/full" }, _folder.FullName, errors, _time);

        Write(provider, Lines);
        Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        _time.Advance(TimeSpan.FromMinutes(1));
        Write(provider, 1);

        Assert.Equal(2, errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("can't be written", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_WithAFile_WritesCorrelatedLinesWithoutPaths()
    {
        await using (var host = new DashboardHost(builder => builder
            .UseSetting("Demo:Enabled", "false")
            .UseSetting("Logging:File:Path", Path.Combine(_folder.FullName, "app.log"))
            .UseSetting("Logging:LogLevel:Default", "Debug")))
        {
            using var client = new HttpClient { BaseAddress = host.Start() };
            await host.Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(TestContext.Current.CancellationToken);
            foreach (var address in new[] { "api/stats/summary", $"s/{Secret}", $"api/history?artist={Secret}" })
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            }
        }

        var line = _folder.GetFiles("*.log").SelectMany(LinesOf)
            .First(written => written.GetProperty("Properties").TryGetProperty("Route", out var route) && route.GetString() == "/api/stats/summary");
        Assert.NotEmpty(line.GetProperty("Properties").GetProperty("RequestId").GetString()!);
        Assert.Matches("^[0-9a-f]{32}$", line.GetProperty("TraceId").GetString());
        Assert.DoesNotContain(_folder.GetFiles("*.log"), file => File.ReadAllText(file.FullName).Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Console_AsJson_SaysScopesAndUtc()
    {
        await using var host = new DashboardHost(builder => builder.UseSetting("Logging:Console:FormatterName", "json"));

        var json = host.Services.GetRequiredService<IOptionsMonitor<JsonConsoleFormatterOptions>>().CurrentValue;

        Assert.Equal((true, true), (json.IncludeScopes, json.UseUtcTimestamp));
    }

    [Fact]
    public void Scope_OfARequest_NamesTheListenerFoundFurtherIn()
    {
        var reach = new ListenerScope(needsVisitor: true);
        var scope = SpotifyDashboard.Operations.Logging.RequestLog.ScopeOf("RequestId", "r1", reach);

        Assert.Equal("RequestId:r1", scope.ToString());
        using (reach.Enter(7, isReadOnly: false))
        {
            Assert.Equal("RequestId:r1 Listener:7", scope.ToString());
        }
    }

    private static void Write(ILoggerProvider provider, int count)
    {
        var logger = provider.CreateLogger("test");
        for (var number = 1; number <= count; number++)
        {
            var state = new Dictionary<string, object> { ["Number"] = number };
            logger.Log(LogLevel.Information, default, state, exception: null, static (_, _) => "A line.");
        }
    }

    private static IEnumerable<JsonElement> LinesOf(FileInfo file) =>
        File.ReadLines(file.FullName).Select(static line => JsonDocument.Parse(line).RootElement);
}
