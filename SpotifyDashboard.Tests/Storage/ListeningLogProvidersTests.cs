using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.Storage;

/// <summary>The log's own SQL on both databases.</summary>
public sealed class ListeningLogProvidersTests(PostgresServer server)
{
    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Get_WholeAndExtended_ReadsWhatIsStored(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var logs = database.Process(services => services.AddListeningLogs()).Services;
        var listener = await database.Listeners.GetOrCreateOwnAsync(TestContext.Current.CancellationToken);
        await StoreAsync(database, listener, firstId: 5_000_000_000, context: null);
        var whole = await GetAsync(logs, listener);

        await StoreAsync(database, listener, firstId: 5_000_000_010, context: "spotify:album:x");
        logs.GetRequiredService<PlaysChanged>().Publish(listener);
        var extended = await GetAsync(logs, listener);

        Assert.Equal([5_000_000_000], whole.PlayIds.ToArray());
        Assert.Equal([5_000_000_000, 5_000_000_010], extended.PlayIds.ToArray());
        Assert.Equal([5_000_000_000, 5_000_000_010], extended.StartedMs.ToArray());
        Assert.Equal([180_001, 180_001], extended.MsPlayed.ToArray());
        Assert.Equal(5_000_000_000 + 181_000, extended.EndedMs(0));
        var detail = extended.DetailOf(1);
        Assert.Equal(("trackdone", SightingTraits.IncognitoTold | SightingTraits.Incognito), (detail.Circumstance.ReasonEnd, detail.Flags));
        Assert.Equal((Source.AccountExport, Precision.Estimated, "spotify:album:x"), (detail.Source, detail.Precision, detail.Context?.Uri));
        Assert.Equal(["Song", "Song"], extended.TrackIndexes.ToArray().Select(track => extended.Catalogue.Tracks[track].Title));
    }

    private static Task<ListeningLog> GetAsync(IServiceProvider services, int listener) =>
        services.GetRequiredService<ListeningLogs>().GetAsync(listener, TestContext.Current.CancellationToken);

    /// <summary>One play, with a circumstance whose number is beyond what 32 bits hold once it is packed.</summary>
    private static async Task StoreAsync(TestDatabase database, int listener, long firstId, string? context)
    {
        await using (var storage = await database.OpenAsync())
        {
            var track = storage.Tracks.SingleOrDefault();
            if (track is null)
            {
                var artist = new Artist { Name = "Artist" };
                storage.Add(artist);
                await storage.SaveChangesAsync(TestContext.Current.CancellationToken);
                track = new Track { SpotifyId = "id", NameKey = "", Title = "Song", ArtistId = artist.Id };
                storage.Add(track);
                storage.Add(new Circumstance { Id = 100_000, ReasonStart = "", ReasonEnd = "trackdone", Platform = "", Country = "" });
            }

            var from = context is null ? null : new PlayContext { Uri = context };
            if (from is not null)
            {
                storage.Add(from);
            }

            await storage.SaveChangesAsync(TestContext.Current.CancellationToken);
            storage.Add(new Play
            {
                Id = firstId,
                ListenerId = listener,
                StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(firstId),
                EndedAt = DateTimeOffset.FromUnixTimeMilliseconds(firstId + 181_000),
                MsPlayed = 180_001,
                TrackId = track.Id,
                Source = Source.AccountExport,
                Precision = Precision.Estimated,
                CircumstanceId = 100_000,
                Flags = SightingTraits.IncognitoTold | SightingTraits.Incognito,
                ContextId = from?.Id,
            });
            await storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var write = await database.Writer.BeginAsync(listener, TestContext.Current.CancellationToken);
        write.MarkAdded();
        await write.CommitAsync(TestContext.Current.CancellationToken);
    }
}
