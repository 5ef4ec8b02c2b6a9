using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Tests.Storage;

public sealed class ListeningLogsTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Get_StoredPlays_AreReadAsStoredAndSortedByStart()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song", durationMs: 200_000);
        await database.ExecuteAsync("INSERT INTO play_contexts (id, uri) VALUES (7, 'spotify:playlist:x')");
        Play[] plays =
        [
            PlaysDatabase.PlayOf(3, track, s_noon, 180_000),
            PlaysDatabase.PlayOf(1, track, s_noon.AddHours(1), 0),
            PlaysDatabase.PlayOf(2, track, s_noon, 30_000),
        ];
        plays[1].ContextId = 7;
        plays[1].Precision = Precision.Estimated;
        plays[1].Source = Source.Poll;
        plays[1].Flags = SightingTraits.IncognitoTold | SightingTraits.Incognito;
        plays[2].EndedAt = plays[2].StartedAt.AddDays(40); // uploaded weeks later
        await database.AddPlaysAsync(plays);

        var log = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal([2, 3, 1], log.PlayIds.ToArray());
        Assert.Equal([s_noon, s_noon, s_noon.AddHours(1)], log.StartedMs.ToArray().Select(DateTimeOffset.FromUnixTimeMilliseconds));
        Assert.Equal([30_000, 180_000, 0], log.MsPlayed.ToArray());
        Assert.Equal(plays[2].EndedAt.ToUnixTimeMilliseconds(), log.EndedMs(0));
        Assert.Equal(plays[0].EndedAt.ToUnixTimeMilliseconds(), log.EndedMs(1));
        var detail = log.DetailOf(2);
        Assert.Equal((Source.Poll, Precision.Estimated, plays[1].Flags, "spotify:playlist:x"), (detail.Source, detail.Precision, detail.Flags, detail.Context?.Uri));
        Assert.Equal(new LogTrack(track, "id1", "Song", 0, -1, 200_000, IsInLibrary: false), Assert.Single(log.Catalogue.Tracks));
        Assert.Equal("Artist", Assert.Single(log.Catalogue.Artists).Name);
    }

    [Fact]
    public async Task Get_NothingChanged_IsTheSameLog()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, await database.AddTrackAsync("id1", "Song"), s_noon));

        var first = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
        database.PlaysChanged.Publish(database.ListenerId);
        var second = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Same(first, second);
    }

    [Fact]
    public async Task Get_PlaysArrivedAfterTwoReads_ShowsThem()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, track, s_noon));
        await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
        await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        await database.AddPlaysAsync(PlaysDatabase.PlayOf(2, track, s_noon.AddHours(1)));
        var log = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal(2, log.Count);
    }

    [Fact]
    public async Task Get_PlaysArrived_OldAndNewStandInOneOrder()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var known = await database.AddTrackAsync("id1", "Known");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, known, s_noon), PlaysDatabase.PlayOf(2, known, s_noon.AddHours(2)));
        var before = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        var arrived = await database.AddTrackAsync("id2", "Arrived", "Someone else");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(3, arrived, s_noon.AddHours(1)), PlaysDatabase.PlayOf(4, known, s_noon.AddHours(3)), PlaysDatabase.PlayOf(5, arrived, s_noon.AddHours(-1)));
        var after = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal([1, 2], before.PlayIds.ToArray());
        Assert.Equal([5, 1, 3, 2, 4], after.PlayIds.ToArray());
        Assert.Equal([1, 0, 1, 0, 0], after.TrackIndexes.ToArray());
        Assert.Equal(["Known", "Arrived"], after.Catalogue.Tracks.Select(track => track.Title));
        Assert.Same(Assert.Single(after.Details), after.DetailOf(4));
    }

    [Fact]
    public async Task Get_ManyPlaysArrived_AllAreThere()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, track, s_noon));
        await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        await database.AddPlaysAsync(Enumerable.Range(2, 500).Select(id => PlaysDatabase.PlayOf(id, track, s_noon.AddMinutes(-id))));
        var log = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal([.. Enumerable.Range(2, 500).Reverse().Select(id => (long)id), 1L], log.PlayIds.ToArray());
    }

    [Fact]
    public async Task Get_PlaysArrived_ReadsOnlyThoseAboveTheHighestId()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, track, s_noon, 1000));
        await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        // Against the contract of MarkAdded: the log shows the change only if it was read anew.
        await database.ExecuteAsync("UPDATE plays SET ms_played = 2000 WHERE id = 1", isRewrite: false);
        var extended = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
        await database.ExecuteAsync("UPDATE plays SET ms_played = 3000 WHERE id = 1", isRewrite: true);
        var rebuilt = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal((1000, 3000), (extended.MsPlayed[0], rebuilt.MsPlayed[0]));
    }

    [Fact]
    public async Task Get_RewrittenBeforeTheLastAddition_IsBuiltAnew()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, track, s_noon), PlaysDatabase.PlayOf(2, track, s_noon.AddHours(1)));
        await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        await database.ExecuteAsync("DELETE FROM plays WHERE id = 1");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(3, track, s_noon.AddHours(2)));
        var log = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal([2, 3], log.PlayIds.ToArray());
    }

    [Fact]
    public async Task Get_AnotherProcessWrote_ShowsIt()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, track, s_noon));
        await database.WatchAsync();
        using var announced = new SemaphoreSlim(0);

        // Logs hear of a change before this test does: they are told in the order in which they began to listen.
        await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
        using var subscription = database.PlaysChanged.Subscribe(listener =>
        {
            // The catalogue is announced beside the listeners.
            if (listener == database.ListenerId)
            {
                announced.Release();
            }
        });
        Assert.True(await announced.WaitAsync(TimeSpan.FromSeconds(20))); // the watcher's first look announces everyone
        await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        await using var other = database.FromAnotherProcess();
        await other.AddPlaysAsync(PlaysDatabase.PlayOf(2, track, s_noon.AddHours(1)));
        Assert.True(await announced.WaitAsync(TimeSpan.FromSeconds(20)));
        var log = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal([1, 2], log.PlayIds.ToArray());
    }

    [Fact]
    public async Task Get_NameOnlyTrack_CountsAsTheSmallestSpotifyIdOfTheSameNames()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var nameOnly = await database.AddTrackAsync(null, "SONG ");
        var other = await database.AddTrackAsync(null, "Other");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, nameOnly, s_noon), PlaysDatabase.PlayOf(2, other, s_noon.AddHours(1)));
        var before = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        var large = await database.AddTrackAsync("idB", "Song", durationMs: 50_000);
        var small = await database.AddTrackAsync("ida", "Song", durationMs: 40_000);
        var smallest = await database.AddTrackAsync("idA", "Song", durationMs: 30_000);
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(3, large, s_noon.AddHours(2)), PlaysDatabase.PlayOf(4, smallest, s_noon.AddHours(3)), PlaysDatabase.PlayOf(5, small, s_noon.AddHours(4)));
        var after = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal([0, 1], before.Catalogue.CountsAs.ToArray());
        Assert.Equal("idA", after.Catalogue.Tracks[after.Catalogue.CountsAs[0]].SpotifyId);
        Assert.Equal(1, after.Catalogue.CountsAs[1]);
        Assert.Equal(30_000, after.Catalogue.DurationMs(0));
        Assert.Equal(nameOnly, after.Catalogue.Tracks[after.TrackIndexes[0]].Id);
    }

    [Fact]
    public async Task Get_LibraryTracks_BelongToTheCatalogue()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var saved = await database.AddTrackAsync("id1", "Saved");
        await database.AddTrackAsync("id2", "Nobody's");

        await database.ExecuteAsync($"INSERT INTO library_tracks (listener_id, track_id, source, added_at) VALUES ({database.ListenerId}, {saved}, 4, 0)", isRewrite: false);
        var log = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);

        Assert.Equal(0, log.Count);
        Assert.Equal(("id1", true), (Assert.Single(log.Catalogue.Tracks).SpotifyId, log.Catalogue.Tracks[0].IsInLibrary));
    }

    [Fact]
    public async Task Get_TwoListeners_AreKeptApart()
    {
        await using var database = await PlaysDatabase.CreateAsync();
        var track = await database.AddTrackAsync("id1", "Song");
        var other = await database.AddListenerAsync("Other");
        await database.AddPlaysAsync(PlaysDatabase.PlayOf(1, track, s_noon));
        await database.AddPlaysAsync(other, isRewrite: false, [PlaysDatabase.PlayOf(2, track, s_noon)]);

        var own = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
        var others = await database.Logs.GetAsync(other, CancellationToken.None);
        var nobodys = await database.Logs.GetAsync(12345, CancellationToken.None);

        Assert.Equal([1], own.PlayIds.ToArray());
        Assert.Equal([2], others.PlayIds.ToArray());
        Assert.Equal(0, nobodys.Count);
    }

    [Fact]
    public async Task Get_BeyondTheBudget_DropsTheLongestUnused()
    {
        await using var database = await PlaysDatabase.CreateAsync(logBudgetMb: 1);
        var track = await database.AddTrackAsync("id1", "Song");
        var second = await database.AddListenerAsync("Second");
        var plays = Enumerable.Range(1, 20_000).Select(id => PlaysDatabase.PlayOf(id, track, s_noon.AddMinutes(id))).ToList();
        await database.AddPlaysAsync(plays);
        await database.AddPlaysAsync(second, isRewrite: false, plays);

        var first = await database.Logs.GetAsync(database.ListenerId, CancellationToken.None);
        var others = await database.Logs.GetAsync(second, CancellationToken.None);

        Assert.Same(others, await database.Logs.GetAsync(second, CancellationToken.None));
        Assert.NotSame(first, await database.Logs.GetAsync(database.ListenerId, CancellationToken.None));
    }
}
