using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Leases;

namespace SpotifyDashboard.Tests.Storage.Leases;

/// <summary>One process at a time, and no write of one that is late.</summary>
public sealed class LeaseBookTests(PostgresServer server)
{
    private const string Name = "work";

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Lease_AskedForByManyAtOnce_GoesToOneAndThenOnWithAHigherNumber(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        IHost[] processes = [database.Process(), database.Process(), database.Process()];

        var taken = await Task.WhenAll(processes.SelectMany(process => Enumerable.Repeat(process, 4)).Select(process => Book(process).TakeAsync(Name, Cancellation)));

        var first = Assert.Single(taken.OfType<Lease>());
        await first.DisposeAsync();
        var second = await Book(processes[0]).TakeAsync(Name, Cancellation);
        Assert.True(second?.Fence > first.Fence);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Lease_OfASilentProcess_IsTakenOverAndItsWritesAreRefused(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        IHost late = database.Process(), next = database.Process();
        await using var lost = await Book(late).TakeAsync(Name, Cancellation) ?? throw new InvalidOperationException();
        await ExpireAsync(database);

        await using var held = await Book(next).TakeAsync(Name, Cancellation);

        Assert.True(held?.Fence > lost.Fence);
        using (Scope(late).Enter(lost))
        {
            await Assert.ThrowsAsync<LeaseLostException>(() => late.Services.GetRequiredService<StorageWriter>().BeginAsync(listener, Cancellation));
            await Assert.ThrowsAsync<LeaseLostException>(() => AddFactAsync(late));
            await Assert.ThrowsAsync<LeaseLostException>(() => RenameAsync(late, listener));
        }

        Assert.True(lost.Lost.IsCancellationRequested);
        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM installation_facts WHERE name = 'late'"));
        Assert.Equal("0", await database.ScalarAsync("SELECT COUNT(*) FROM listeners WHERE display_name = 'late'"));

        // Nothing of it hangs on the connection or the turn: the same process writes what depends on no lease.
        await AddFactAsync(late);
        await using var write = await late.Services.GetRequiredService<StorageWriter>().BeginAsync(listener, Cancellation);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Lease_StillHeld_LetsEveryKindOfWriteThrough(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        var process = database.Process();

        await Book(process).RunAsync(Name, async cancellation =>
        {
            await using (var write = await process.Services.GetRequiredService<StorageWriter>().BeginAsync(listener, cancellation))
            {
                write.MarkAdded();
                await write.CommitAsync(cancellation);
            }

            await AddFactAsync(process);
            await RenameAsync(process, listener);
        }, Cancellation);

        Assert.Equal("1", await database.ScalarAsync("SELECT COUNT(*) FROM installation_facts WHERE name = 'late'"));
        Assert.Equal("late", await database.ScalarAsync("SELECT display_name FROM listeners"));
        Assert.Equal("1", await database.ScalarAsync("SELECT plays_version FROM listeners"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Lease_HeldWhenTheProgramEnds_IsLostToItsWorkAndKeepsNothingFromEnding(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var process = database.Process();
        var held = await Book(process).TakeAsync(Name, Cancellation) ?? throw new InvalidOperationException();

        process.Dispose();

        Assert.True(held.Lost.IsCancellationRequested);
        await held.DisposeAsync();
    }

    /// <summary>The heart of it: between the check and the commit nobody can become the next holder.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Lease_ExpiredWhileAWriteIsUnderWay_CannotBeTakenBeforeItEnds(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        IHost slow = database.Process(), next = database.Process();
        await using var lease = await Book(slow).TakeAsync(Name, Cancellation) ?? throw new InvalidOperationException();
        await ExpireAsync(database);
        Task<Lease?> taking;
        using (Scope(slow).Enter(lease))
        {
            await using var write = await slow.Services.GetRequiredService<StorageWriter>().BeginAsync(listener, Cancellation);
            taking = Task.Run(() => Book(next).TakeAsync(Name, Cancellation), Cancellation);
            if (provider == DatabaseProvider.Postgres)
            {
                // Passed by rather than waited for; on SQLite the taker waits for the one writer.
                Assert.Null(await taking);
            }

            write.MarkAdded();
            await write.CommitAsync(Cancellation);
        }

        await (await taking is { } taken ? taken.DisposeAsync() : ValueTask.CompletedTask);
        Assert.Equal("1", await database.ScalarAsync("SELECT plays_version FROM listeners"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Renewal_GoesOnBesideALongWriteAndTellsWhatWasLost(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var listener = await Rows.ListenerAsync(database);
        IHost process = database.Process(), other = database.Process();
        await using var kept = await Book(process).TakeAsync("kept", Cancellation) ?? throw new InvalidOperationException();
        await using var lost = await Book(process).TakeAsync("lost", Cancellation) ?? throw new InvalidOperationException();
        await ExpireAsync(database);
        await using var theirs = await Book(other).TakeAsync("lost", Cancellation);
        using (Scope(process).Enter(kept))
        {
            await using var write = await process.Services.GetRequiredService<StorageWriter>().BeginAsync(listener, Cancellation);
            await Book(process).RenewAsync(Cancellation);
            await write.CommitAsync(Cancellation);
        }

        await Book(process).RenewAsync(Cancellation);

        Assert.False(kept.Lost.IsCancellationRequested);
        Assert.True(lost.Lost.IsCancellationRequested);
        Assert.Null(await Book(other).TakeAsync("kept", Cancellation));
    }

    [Fact]
    public async Task Lease_OfADeadProcessOfThisMachine_IsFreeAtOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var process = database.Process();
        await (await Book(process).TakeAsync(Name, Cancellation) ?? throw new InvalidOperationException()).DisposeAsync();
        await database.ExecuteAsync(
            $"UPDATE leases SET holder = '{Environment.MachineName}/2147483646/2026-01-01T00:00:00.0000000Z/0', expires_at = {long.MaxValue / 2}");

        await using var lease = await Book(process).TakeAsync(Name, Cancellation);

        Assert.NotNull(lease);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Lease_OfAMachineWhoseClockIsWrong_IsToldByTheDatabase(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        IHost early = database.Process(static services => services.AddSingleton<TimeProvider>(new Fakes.DrivenTime(DateTimeOffset.UnixEpoch)));
        IHost ahead = database.Process(static services => services.AddSingleton<TimeProvider>(new Fakes.DrivenTime(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero))));
        await using var lease = await Book(early).TakeAsync(Name, Cancellation);

        Assert.NotNull(lease);
        Assert.Null(await Book(ahead).TakeAsync(Name, Cancellation));
    }

    [Fact]
    public async Task Work_TakenOver_IsCancelledAndSaysSo()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        IHost late = database.Process(), next = database.Process();

        var isDone = await Book(late).RunAsync(Name, async cancellation =>
        {
            await ExpireAsync(database);
            await using var theirs = await Book(next).TakeAsync(Name, Cancellation);
            await Book(late).RenewAsync(Cancellation);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }, Cancellation);

        Assert.False(isDone);
    }

    [Fact]
    public async Task Process_ThatStops_GivesItsLeasesBack()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var first = database.Process();
        await first.StartAsync(Cancellation);
        await Book(first).TakeAsync(Name, Cancellation);

        await first.StopAsync(Cancellation);

        Assert.NotNull(await Book(database.Process()).TakeAsync(Name, Cancellation));
    }

    /// <summary>In real time, because a renewal that stays away is what would go unnoticed.</summary>
    [Fact]
    public async Task Lease_HeldForLongerThanItLasts_IsKeptByRenewal()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        var process = database.Process(null, new KeyValuePair<string, string?>("Replicas:LeaseTime", "00:00:01"));
        await using var lease = await Book(process).TakeAsync(Name, Cancellation);
        var end = await EndAsync(database);

        var since = Stopwatch.GetTimestamp();
        while (await EndAsync(database) < end + 1000 && Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }

        Assert.True(await EndAsync(database) >= end + 1000);
        Assert.Equal("1", await database.ScalarAsync("SELECT fence FROM leases"));
    }

    private static LeaseBook Book(IHost process) => process.Services.GetRequiredService<LeaseBook>();

    private static LeaseScope Scope(IHost process) => process.Services.GetRequiredService<LeaseScope>();

    private static Task ExpireAsync(TestDatabase database) => database.ExecuteAsync("UPDATE leases SET expires_at = 0");

    private static async Task<long> EndAsync(TestDatabase database) =>
        long.Parse(await database.ScalarAsync("SELECT expires_at FROM leases") ?? "", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One row, which EF Core would store without a transaction.</summary>
    private static async Task AddFactAsync(IHost process)
    {
        await using var context = await process.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        context.InstallationFacts.Add(new InstallationFact { Name = "late", Value = "", StoredAt = DateTimeOffset.UnixEpoch });
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>One statement, of which EF Core knows no rows.</summary>
    private static async Task RenameAsync(IHost process, int listener)
    {
        await using var context = await process.Services.GetRequiredService<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        await context.Listeners.Where(l => l.Id == listener).ExecuteUpdateAsync(l => l.SetProperty(x => x.DisplayName, "late"), Cancellation);
    }
}
