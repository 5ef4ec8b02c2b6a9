using System.Diagnostics;

namespace SpotifyDashboard.Tests.Operations;

/// <summary>The program itself, started with settings under which it can't run.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Access__Mode", "Everybody", "Access:Mode")]
    [InlineData("Access__KeyRingCertificate", "nowhere.pfx", "Access:KeyRingCertificate")]
    [InlineData("ConnectionStrings__Dashboard", "postgres://nobody@127.0.0.1:1/none", "DATABASE_URL")]
    [InlineData("Cache__LogBudgetMb", "0", "Cache:LogBudgetMb")]
    [InlineData("Cache__LogBudgetMb", "much", "Cache:LogBudgetMb")]
    [InlineData("PORT", "http", "PORT")]
    [InlineData("Spotify__ApiUrl", "api.spotify.com", "Spotify:ApiUrl")]
    [InlineData("Spotify__DailyCalls", "0", "Spotify:DailyCalls")]
    [InlineData("Spotify__RedirectUri", "http://localhost:5080/callback", "Spotify:RedirectUri")]
    [InlineData("SPOTIFY_REDIRECT_URI", "http://music.lan:5080/callback", "Spotify:RedirectUri")]
    [InlineData("ReccoBeats__Url", "ftp://api.reccobeats.com", "ReccoBeats:Url")]
    [InlineData("CACHE_TTL_HOURS", "-1", "Cache:TtlHours")]
    [InlineData("MAX_CONCURRENT_REQUESTS", "none", "Http:MaxConcurrentRequests")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318", "Telemetry:OtlpEndpoint")]
    [InlineData("Logging__File__Path", "/proc/app.log", "Logging:File:Path")]
    public async Task Start_ImpossibleSetting_EndsWithOneSentenceThatNamesIt(string variable, string value, string key)
    {
        var folder = Directory.CreateTempSubdirectory("start-");
        using var program = new Process();
        program.StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SpotifyDashboard.dll")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
            Environment = { ["ConnectionStrings__Dashboard"] = $"Data Source={Path.Combine(folder.FullName, "never.db")}", [variable] = value },
        };

        program.Start();
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, program.ExitCode);
        Assert.Contains(key, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFiles());
        folder.Delete(recursive: true);
    }
}
