using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Session;
using SpotifyDashboard.SignIn.Sharing;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fakes;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.Sharing;

public sealed class ShareLinksTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Link_FromMakingToItsEnd_OpensOnlyWhileItWorks(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var time = new DrivenTime();
        var (links, access) = Services(database, time);
        var listener = await database.Listeners.GetOrCreateOwnAsync(Cancellation);

        var share = await links.CreateAsync(listener, "/plain?of=wood", showsName: true, days: 7, Cancellation);

        Assert.Equal(("/plain?of=wood", "A plain page of wood", ShareState.Active, time.GetUtcNow().AddDays(7)), (share.Link.Page, share.Link.Title, share.Link.State, share.Link.ExpiresAt));
        var granted = await access.ByLinkAsync(share.Token, Cancellation);
        Assert.Equal((listener, "wood", true, false), (granted?.Listener.Id, granted?.Address["of"], granted?.ShowsName, granted?.IsPublic));

        time.Advance(TimeSpan.FromDays(7));
        Assert.Null(await access.ByLinkAsync(share.Token, Cancellation));
        Assert.Equal(ShareState.Expired, Assert.Single(await links.ListAsync(listener, Cancellation)).State);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Revoke_OneOfTwo_EndsThatOneAtOnceAndKeepsItsMoment(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var time = new DrivenTime();
        var (links, access) = Services(database, time);
        var listener = await database.Listeners.GetOrCreateOwnAsync(Cancellation);
        var withdrawn = await links.CreateAsync(listener, "/plain?of=wood", showsName: false, days: 30, Cancellation);
        var kept = await links.CreateAsync(listener, "/plain?of=stone", showsName: false, days: 30, Cancellation);

        Assert.True(await links.RevokeAsync(listener, withdrawn.Link.Id, Cancellation));
        var at = time.GetUtcNow();
        time.Advance(TimeSpan.FromHours(1));
        Assert.True(await links.RevokeAsync(listener, withdrawn.Link.Id, Cancellation));
        Assert.False(await links.RevokeAsync(listener + 1, kept.Link.Id, Cancellation));
        Assert.False(await links.RevokeAsync(listener, 4711, Cancellation));

        Assert.Null(await access.ByLinkAsync(withdrawn.Token, Cancellation));
        Assert.NotNull(await access.ByLinkAsync(kept.Token, Cancellation));
        var listed = await links.ListAsync(listener, Cancellation);
        Assert.Equal([(kept.Link.Id, ShareState.Active, null), (withdrawn.Link.Id, ShareState.Revoked, at)], listed.Select(link => (link.Id, link.State, link.RevokedAt)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Database_AfterALinkIsMadeAndUsed_HoldsNoPartOfItsToken(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (links, access) = Services(database, new DrivenTime());
        var share = await links.CreateAsync(await database.Listeners.GetOrCreateOwnAsync(Cancellation), "/plain?of=wood", showsName: false, days: 1, Cancellation);
        Assert.NotNull(await access.ByLinkAsync(share.Token, Cancellation));

        var row = string.Join('|', Assert.Single(await database.RowsAsync("SELECT * FROM share_links")));

        Assert.Equal(43, share.Token.Length); // 256 bits
        Assert.Contains("/plain?of=wood", row, StringComparison.Ordinal);
        for (var at = 0; at + 8 <= share.Token.Length; at++)
        {
            Assert.DoesNotContain(share.Token.Substring(at, 8), row, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Listener_WhoGoes_TakesTheirLinksAlong(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var (links, access) = Services(database, new DrivenTime());
        var share = await links.CreateAsync(await database.Listeners.GetOrCreateOwnAsync(Cancellation), "/plain?of=wood", showsName: false, days: 1, Cancellation);

        await database.ExecuteAsync("DELETE FROM listeners");

        Assert.Null(await access.ByLinkAsync(share.Token, Cancellation));
        Assert.Empty(await database.RowsAsync("SELECT id FROM share_links"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/settings")]
    [InlineData("plain?of=wood")]
    [InlineData("//evil.example/plain?of=wood")]
    [InlineData("https://evil.example/plain?of=wood")]
    [InlineData("/\\evil.example")]
    [InlineData("/plain?of=wood#part")]
    [InlineData("/plain?of=wood&of=stone")]
    [InlineData("/plain/more?of=wood")]
    [InlineData("/plain?of=<script>")]
    public async Task Create_OfWhatCantBeShared_IsRefused(string? page)
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var (links, _) = Services(database, new DrivenTime());
        var listener = await database.Listeners.GetOrCreateOwnAsync(Cancellation);

        await Assert.ThrowsAsync<RefusedParameterException>(() => links.CreateAsync(listener, page, showsName: false, days: 1, Cancellation));

        Assert.Empty(await links.ListAsync(listener, Cancellation));
    }

    [Fact]
    public async Task Create_LongAfterOthersEnded_ForgetsThose()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var time = new DrivenTime();
        var (links, _) = Services(database, time);
        var listener = await database.Listeners.GetOrCreateOwnAsync(Cancellation);
        await links.CreateAsync(listener, "/plain?of=wood", showsName: false, days: 1, Cancellation);
        time.Advance(TimeSpan.FromDays(60));
        var ended = await links.CreateAsync(listener, "/plain?of=wood", showsName: false, days: 1, Cancellation);
        time.Advance(TimeSpan.FromDays(32));

        var fresh = await links.CreateAsync(listener, "/plain?of=stone", showsName: false, days: 1, Cancellation);

        Assert.Equal([fresh.Link.Id, ended.Link.Id], (await links.ListAsync(listener, Cancellation)).Select(link => link.Id));
    }

    [Fact]
    public async Task Link_ToAPageThatThisVersionDoesNotKnow_OpensNothing()
    {
        await using var database = await TestDatabase.CreateAsync(provider: null, server);
        var (links, access) = Services(database, new DrivenTime());
        var share = await links.CreateAsync(await database.Listeners.GetOrCreateOwnAsync(Cancellation), "/plain?of=wood", showsName: false, days: 1, Cancellation);

        await database.ExecuteAsync("UPDATE share_links SET page = '/plain?of=glass'");
        Assert.Null(await access.ByLinkAsync(share.Token, Cancellation));
        await database.ExecuteAsync("UPDATE share_links SET page = '/settings'");
        Assert.Null(await access.ByLinkAsync(share.Token, Cancellation));
    }

    private static (ShareLinks Links, PageAccess Access) Services(TestDatabase database, TimeProvider time)
    {
        var process = database.Process(services =>
        {
            services.AddSingleton(time);
            services.AddSharing();
            services.AddSingleton<ISharedPage, PlainPage>();
        });
        return (process.Services.GetRequiredService<ShareLinks>(), process.Services.GetRequiredService<PageAccess>());
    }
}
