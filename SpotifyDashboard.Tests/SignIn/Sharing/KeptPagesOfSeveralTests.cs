using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.Listening;
using SpotifyDashboard.SignIn.Sharing;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.SignIn.Sharing;

/// <summary>Kept pages for visitors where people have accounts: each is its owner's alone, whoever asks.</summary>
public sealed class KeptPagesOfSeveralTests
{
    private const string Public = "/top20/public?range=all";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublicPage_AskedForByAnybody_IsThatOfTheListenerInTheSettings()
    {
        await using var house = await AccountsHost.StartAsync(builder => builder.UseSetting("Access:PublicTop20", "1"));
        Assert.Equal(1, house.Olga.Visitor.ListenerId);
        await PlayAsync(house, house.Olga.Visitor.ListenerId, "Heron");
        await PlayAsync(house, house.Ben.Visitor.ListenerId, "Magpie");
        using var nobody = house.Anonymous();
        foreach (var browser in new[] { nobody, house.Ben.Client, house.Gus.Client, nobody })
        {
            using var answer = await browser.GetAsync(new Uri(Public, UriKind.Relative), Cancellation);
            Assert.Equal((HttpStatusCode.OK, "public, must-revalidate, max-age=20", false), (answer.StatusCode, $"{answer.Headers.CacheControl}", answer.Headers.Contains("Set-Cookie")));
            var html = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("Heron", html, StringComparison.Ordinal);
            Assert.All((string[])["Magpie", "Olga", "Ben", "Gus"], others => Assert.DoesNotContain(others, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Links_OfTwoListeners_ShowEachTheirOwnUntilTheirOwnerIsDone()
    {
        await using var house = await AccountsHost.StartAsync();
        await PlayAsync(house, house.Olga.Visitor.ListenerId, "Heron");
        await PlayAsync(house, house.Ben.Visitor.ListenerId, "Magpie");
        var ofOlga = await ShareAsync(house, house.Olga);
        var ofBen = await ShareAsync(house, house.Ben);
        using var nobody = house.Anonymous();

        foreach (var browser in new[] { nobody, house.Olga.Client, house.Ben.Client, house.Gus.Client })
        {
            var (olgas, bens) = (await ReadAsync(browser, ofOlga.Path), await ReadAsync(browser, ofBen.Path));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (olgas.Status, bens.Status));
            Assert.Equal((true, false), (olgas.Html.Contains("Heron", StringComparison.Ordinal), olgas.Html.Contains("Magpie", StringComparison.Ordinal)));
            Assert.Equal((false, true), (bens.Html.Contains("Heron", StringComparison.Ordinal), bens.Html.Contains("Magpie", StringComparison.Ordinal)));
        }

        // Nobody withdraws another's; what its owner withdraws is gone with the next request.
        using var foreign = await house.Olga.Client.DeleteAsync(new Uri($"/api/shares/{ofBen.Link.Id}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(nobody, ofBen.Path)).Status);
        using var own = await house.Ben.Client.DeleteAsync(new Uri($"/api/shares/{ofBen.Link.Id}", UriKind.Relative), Cancellation);
        Assert.True(own.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(nobody, ofBen.Path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(nobody, ofOlga.Path)).Status);
    }

    private static async Task<NewShare> ShareAsync(AccountsHost house, SignedIn who)
    {
        using var visit = house.Get<ListenerScope>().Enter(who.Visitor.ListenerId, isReadOnly: false);
        return await house.Get<ShareLinks>().CreateAsync(who.Visitor.ListenerId, "/top20?range=all", showsName: false, ShareLinks.UsualDays, Cancellation);
    }

    private static async Task<(HttpStatusCode Status, string Html)> ReadAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task PlayAsync(AccountsHost house, int listenerId, string title)
    {
        using var whole = house.Get<ListenerScope>().EnterHouse();
        await using (var context = await house.Get<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation))
        {
            var artist = new Artist { Name = $"{title} artist" };
            context.Artists.Add(artist);
            await context.SaveChangesAsync(Cancellation);
            var track = new Track { NameKey = NameKey.Of(artist.Name, title), Title = title, ArtistId = artist.Id, DurationMs = 200_000 };
            context.Tracks.Add(track);
            await context.SaveChangesAsync(Cancellation);
            var started = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
            context.Plays.Add(new Play
            {
                Id = listenerId,
                ListenerId = listenerId,
                StartedAt = started,
                EndedAt = started.AddMinutes(3),
                MsPlayed = 180_000,
                TrackId = track.Id,
                Source = Source.ExtendedExport,
                Precision = Precision.Exact,
                CircumstanceId = Circumstance.UnknownId,
            });
            await context.SaveChangesAsync(Cancellation);
        }

        await using var write = await house.Get<StorageWriter>().BeginAsync(listenerId, Cancellation);
        write.MarkAdded();
        await write.CommitAsync(Cancellation);
    }
}
