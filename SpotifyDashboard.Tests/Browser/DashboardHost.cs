using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpotifyDashboard.Components;
using SpotifyDashboard.Tests.House;

namespace SpotifyDashboard.Tests.Browser;

/// <summary>The whole program on a port of its own with an empty database folder of its own, which goes when it is disposed.</summary>
/// <remarks>
/// The pages of this test assembly (routes under <c>/test/</c>) are shown beside the product's. Settings and services are changed by
/// <paramref name="configure"/>: <c>new DashboardHost(builder => builder.UseSetting("Demo:Enabled", "false"))</c>.
/// </remarks>
public sealed class DashboardHost(Action<IWebHostBuilder>? configure = null, int port = 0) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-test-").FullName;

    private bool _isStarted;

    /// <summary>The folder that holds the database.</summary>
    public string Folder => _folder;

    /// <summary>Starts Kestrel on the given port, else on a free one, once.</summary>
    /// <returns>The address, with a slash at its end.</returns>
    public Uri Start()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            UseKestrel(port);
            StartServer();
        }

        return ClientOptions.BaseAddress;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(_folder, "dashboard.db")}");
        builder.ConfigureServices(static services => services.Replace(ServiceDescriptor.Singleton(new PageAssemblies([typeof(DashboardHost).Assembly]))));
        configure?.Invoke(builder);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await ProgramFolder.DeleteAsync(_folder);
    }
}
