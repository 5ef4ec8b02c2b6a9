using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Moods;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Moods;

/// <summary>The program on an own SQLite file, without demo, and a listener whose library the test fills.</summary>
public sealed class MoodsHost : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("moods-");

    public MoodMapService Moods => Services.GetRequiredService<MoodMapService>();

    public async Task<int> ListenerAsync() =>
        await Services.GetRequiredService<ListenerDirectory>().GetOrCreateOwnAsync(TestContext.Current.CancellationToken);

    /// <summary>Stores tracks with their features in the listener's library, as an import would, and their plays.</summary>
    public async Task<int> AddAsync(params IEnumerable<Song> songs)
    {
        var listener = await ListenerAsync();
        await using var write = await Services.GetRequiredService<StorageWriter>().BeginAsync(listener, TestContext.Current.CancellationToken);
        await SongWriter.WriteAsync(write, [.. songs], TestContext.Current.CancellationToken);
        write.MarkAdded();
        await write.CommitAsync(TestContext.Current.CancellationToken);
        return listener;
    }

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
        _folder.Delete(recursive: true);
    }
}
