using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Demo;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Overview;

/// <summary>Services as another process has them on the database of a running dashboard: nothing is shared but the file.</summary>
internal static class OtherProcess
{
    public static IHost On(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(folder, "dashboard.db")}")]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLogging();
        builder.Services.AddStorage();
        builder.Services.AddJobs();
        builder.Services.AddDemo();
        return builder.Build();
    }
}
