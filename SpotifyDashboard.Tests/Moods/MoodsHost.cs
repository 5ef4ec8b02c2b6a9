using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Tests.House;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>The program on an own SQLite file, without demo, and a listener whose library the test fills.</summary>
public sealed class MoodsHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("moods-");

    public MoodMapService Moods => Services.GetRequiredService<MoodMapService>();

    /// <summary>Stores tracks with their features in the listener's library, as an import would, and their plays.</summary>
    public Task<int> AddAsync(params IEnumerable<Song> songs) => SongWriter.AddAsync(Services, songs);

    /// <summary>The request of the dashboard itself with its defaults.</summary>
    public static MoodMapRequest Ask(int listener, int moods = 5) => new(
        listener, moods, FeatureSet.Nine, MoodScope.Library, MoodWeight.None, Period.Everything, CountingRule.Default);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Dashboard", $"Data Source={Path.Combine(_folder.FullName, "dashboard.db")};Pooling=False");
        builder.UseSetting("Demo:Enabled", "false");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await ProgramFolder.DeleteAsync(_folder.FullName);
    }
}
