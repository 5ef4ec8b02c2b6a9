using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Demo;
using SpotifyDashboard.Tests.House;

namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>The program on an SQLite file of its own at a moment that stands still, so that the reference knows which day is today.</summary>
public sealed class ReferenceHost(bool hasDemo = false) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reference-");

    /// <summary>A morning, an evening or a night, by zone; all three zones of the tests have changed their clocks in the weeks before.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 2, 2, 30, 0, TimeSpan.Zero);

    /// <summary>The file that both the program and the reference read.</summary>
    public string DatabaseFile => Path.Combine(_folder.FullName, "dashboard.db");

    /// <summary>Waits until the invented listener is stored.</summary>
    public Task MakeDemoAsync() => Services.GetRequiredService<DemoListener>().EnsureAsync(TestContext.Current.CancellationToken);

    /// <summary>The own listener's number.</summary>
    public Task<int> OwnListenerAsync() => Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(TestContext.Current.CancellationToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Dashboard", $"Data Source={DatabaseFile};Pooling=False");
        builder.UseSetting("Demo:Enabled", hasDemo ? "true" : "false");
        builder.ConfigureServices(static services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FixedTime(Now))));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await ProgramFolder.DeleteAsync(_folder.FullName);
    }
}
