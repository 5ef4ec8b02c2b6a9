using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Ingest;
using SpotifyDashboard.Ingest.Enrichment;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Ingest.Live;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Ingest.Enrichment;

/// <summary>Tracks as an import leaves them (id, title, name of the artist, plays), and fakes of everybody who is asked about them.</summary>
internal sealed class EnrichmentBench : IAsyncDisposable
{
    /// <summary>Pauses between calls are no longer; what limits a call or a lease is.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private int _plays;

    private EnrichmentBench(PollBench poll, FakeReccoBeats reccoBeats, FakeMusicBrainz musicBrainz)
    {
        Poll = poll;
        ReccoBeats = reccoBeats;
        MusicBrainz = musicBrainz;
    }

    public PollBench Poll { get; }

    public FakeReccoBeats ReccoBeats { get; }

    public FakeMusicBrainz MusicBrainz { get; }

    public TestDatabase Database => Poll.Database;

    public SpotifyWorld World => Poll.World;

    public DrivenTime Time => Poll.Time;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<EnrichmentBench> CreateAsync(PostgresServer server, DatabaseProvider? provider = null)
    {
        var poll = await PollBench.CreateAsync(server, provider);
        return new EnrichmentBench(
            poll,
            await FakeReccoBeats.StartAsync(poll.World, poll.Time, Cancellation),
            await FakeMusicBrainz.StartAsync(poll.World, poll.Time, Cancellation));
    }

    /// <summary>A process that enriches; not started.</summary>
    public IHost Process() => Poll.Process(register: null, new("ReccoBeats:Url", ReccoBeats.Url), new("MusicBrainz:Url", MusicBrainz.Url));

    /// <summary>Stores a track of the world as an import would, with so many plays.</summary>
    /// <returns>The number of its row.</returns>
    public async Task<int> ImportAsync(WorldTrack track, int plays = 1, bool isInvented = false)
    {
        await using var context = await Database.OpenAsync();
        var artist = context.Artists.SingleOrDefault(a => a.Name == track.Artists[0].Name);
        if (artist is null)
        {
            artist = new Artist { Name = track.Artists[0].Name };
            context.Artists.Add(artist);
            await context.SaveChangesAsync(Cancellation);
        }

        var album = context.Albums.SingleOrDefault(a => a.Title == track.Album.Name && a.ArtistId == artist.Id);
        if (album is null)
        {
            album = new Album { ArtistId = artist.Id, Title = track.Album.Name };
            context.Albums.Add(album);
            await context.SaveChangesAsync(Cancellation);
        }

        var row = new Track { SpotifyId = track.Id, NameKey = NameKey.Of(artist.Name, track.Name), Title = track.Name, ArtistId = artist.Id, AlbumId = album.Id, IsInvented = isInvented };
        context.Tracks.Add(row);
        await context.SaveChangesAsync(Cancellation);
        for (var play = 0; play < plays; play++)
        {
            await Storage.Rows.PlayAsync(Database, Poll.Listener, row, ++_plays);
        }

        return row.Id;
    }

    /// <summary>One step of the lane with this question, the clock moving on while it waits.</summary>
    /// <returns>How long it wants to wait before the next.</returns>
    public async Task<TimeSpan> StepAsync(IHost process, EnrichmentQuestion question)
    {
        var lane = process.Services.GetServices<IEnrichmentLane>().Single(lane => lane.Question == question);
        var step = process.Services.GetRequiredService<EnrichmentService>().StepAsync(lane, Cancellation);
        await DriveAsync(step);
        return await step;
    }

    /// <summary>Steps until nothing waits.</summary>
    /// <returns>The steps that asked somebody.</returns>
    public async Task<int> RunAsync(IHost process, EnrichmentQuestion question)
    {
        var steps = 0;
        while (await StepAsync(process, question) == TimeSpan.Zero)
        {
            Assert.True(++steps < 1000, "The lane never comes to rest.");
        }

        return steps;
    }

    public LaneState StateOf(IHost process, EnrichmentQuestion question) => process.Services.GetRequiredService<EnrichmentProgress>().Of(question);

    public async Task<(int Wanted, int Found)> EnrichAsync(IHost process, params int[] tracks)
    {
        var asking = process.Services.GetRequiredService<ITrackEnricher>().EnrichAsync(Poll.Listener, tracks, Cancellation);
        await DriveAsync(asking);
        return await asking;
    }

    /// <summary>The one row that <paramref name="sql"/> gives, its values divided by a stroke.</summary>
    public async Task<string> RowAsync(string sql) => string.Join('|', Assert.Single(await Database.RowsAsync(sql)));

    public async Task<long> CountAsync(string what) =>
        long.Parse(await Database.ScalarAsync($"SELECT COUNT(*) FROM {what}") ?? "", CultureInfo.InvariantCulture);

    /// <summary>Moves the clock on, a second at a time, while work waits for nothing else: slowly where the next timer is far, since it then limits a call or a lease.</summary>
    private async Task DriveAsync(Task work)
    {
        for (var looks = 1; !work.IsCompleted; looks++)
        {
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation));
            if (looks >= (Time.NextDue - Time.GetUtcNow() <= s_pause ? 6 : 20) && !work.IsCompleted)
            {
                Time.Advance(TimeSpan.FromSeconds(1));
                looks = 0;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ReccoBeats.DisposeAsync();
        await MusicBrainz.DisposeAsync();
        await Poll.DisposeAsync();
    }
}
