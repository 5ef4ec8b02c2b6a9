using System.Globalization;
using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Listening;
using SpotifyDashboard.SignIn.Sharing;
using SpotifyDashboard.SignIn.Sharing.Kept;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.SignIn.Sharing;

/// <summary>Pages for visitors as they are kept: sent from memory, and never for longer than they are true.</summary>
public sealed class KeptPagesTests : IAsyncLifetime
{
    private const string Public = "/top20/public?range=all";

    private KeptHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await KeptHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task PublicPage_DrawnAndKept_IsForEverybodyAndAsksNothingOfThem()
    {
        string? first = null;
        for (var round = 0; round < 2; round++)
        {
            using var response = await _host.AskAsync(Public);
            var html = await response.Content.ReadAsStringAsync(Cancellation);
            Assert.Equal("public, must-revalidate, max-age=20", $"{response.Headers.CacheControl}");
            Assert.Equal("Accept-Encoding", string.Join(',', response.Headers.Vary));
            Assert.True(response.Headers.ETag?.IsWeak);
            Assert.False(response.Headers.Contains("Set-Cookie"));
            Assert.Contains("default-src 'none'", string.Join(',', response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.DoesNotContain("__RequestVerificationToken", html, StringComparison.Ordinal);
            Assert.DoesNotContain("blazor.web", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("One", html, StringComparison.Ordinal);
            Assert.Equal(first ??= html, html);
        }
    }

    [Fact]
    public async Task PageAtHand_IsSentWithoutTheDatabase()
    {
        var before = await _host.ReadAsync(Public);
        await _host.ElsewhereAsync("ALTER TABLE listeners RENAME TO away");

        Assert.Equal(before, await _host.ReadAsync(Public));
        Assert.Equal(HttpStatusCode.InternalServerError, (await _host.ReadAsync("/top20/public?range=1y")).Status);
        await _host.ElsewhereAsync("ALTER TABLE away RENAME TO listeners");
    }

    [Fact]
    public async Task Tag_OfWhatIsKnown_SavesTheBodyUntilSomethingChanges()
    {
        using var first = await _host.AskAsync(Public);
        var tag = $"{first.Headers.ETag}";

        using var same = await _host.AskAsync(Public, null, ("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal((HttpStatusCode.NotModified, tag), (same.StatusCode, $"{same.Headers.ETag}"));
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(Cancellation));

        await _host.PlayTwoAsync();
        using var changed = await _host.AskAsync(Public, null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, $"{changed.Headers.ETag}");
    }

    [Fact]
    public async Task Encoding_AsTheVisitorTakesIt_HoldsTheSamePage()
    {
        var (_, html) = await _host.ReadAsync(Public);
        foreach (var (accepted, expected) in new[]
        {
            ("br, gzip", "br"), ("gzip", "gzip"), ("gzip;q=0.5, *;q=0", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", null), ("gzip;q=0, br;q=0", null), ("deflate", null), ("\"", null),
        })
        {
            using var client = _host.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Public, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var response = await client.SendAsync(request, Cancellation);

            Assert.Equal((accepted, expected), (accepted, response.Content.Headers.ContentEncoding.SingleOrDefault()));
            await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
            await using var unpacked = expected switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            };
            using var reader = new StreamReader(unpacked);
            Assert.Equal(html, await reader.ReadToEndAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Head_HasTheHeadersOfThePageAndNoBody()
    {
        foreach (var path in new[] { Public, Public, (await _host.ShareAsync("/top20?range=all")).Path, "/s/unknown" })
        {
            using var got = await _host.AskAsync(path);
            using var head = await _host.AskAsync(path, HttpMethod.Head);
            Assert.Equal(
                (got.StatusCode, got.Content.Headers.ContentLength, $"{got.Headers.ETag}", $"{got.Headers.CacheControl}"),
                (head.StatusCode, head.Content.Headers.ContentLength, $"{head.Headers.ETag}", $"{head.Headers.CacheControl}"));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Play_ThatArrives_IsShownAtOnceOnEveryPageOfItsListener()
    {
        var link = await _host.ShareAsync("/top20?range=all");
        foreach (var path in new[] { Public, link.Path })
        {
            Assert.DoesNotContain("=Two", (await _host.ReadAsync(path)).Html, StringComparison.Ordinal);
        }

        await _host.PlayTwoAsync();

        foreach (var path in new[] { Public, link.Path })
        {
            Assert.Contains("=Two", (await _host.ReadAsync(path)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Name_SwitchedOnAndOff_IsShownAndGoneAtOnce()
    {
        var directory = _host.Services.GetRequiredService<ListenerDirectory>();
        await directory.ChangeAsync(1, static listener => listener.DisplayName = "Mara", Cancellation);
        Assert.DoesNotContain("Mara", (await _host.ReadAsync(Public)).Html, StringComparison.Ordinal);

        await directory.ChangeAsync(1, static listener => listener.ShowsNamePublicly = true, Cancellation);
        Assert.Contains("Mara", (await _host.ReadAsync(Public)).Html, StringComparison.Ordinal);

        await directory.ChangeAsync(1, static listener => listener.ShowsNamePublicly = false, Cancellation);
        Assert.DoesNotContain("Mara", (await _host.ReadAsync(Public)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ByAnotherProcess_ShowsWithinASecondWithoutNews()
    {
        var link = await _host.ShareAsync("/top20?range=all", showsName: true);
        await _host.ReadAsync(link.Path);

        await _host.ElsewhereAsync("UPDATE listeners SET display_name = 'Somebody else'");
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("Somebody else", (await _host.ReadAsync(link.Path)).Html, StringComparison.Ordinal);

        await _host.ElsewhereAsync("UPDATE share_links SET revoked_at = 1");
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.ReadAsync(link.Path)).Status);
    }

    [Fact]
    public async Task Link_Withdrawn_IsGoneAtOnceAndLeavesNothingKept()
    {
        var link = await _host.ShareAsync("/top20?range=all");
        using (var open = await _host.AskAsync(link.Path))
        {
            Assert.Equal((HttpStatusCode.OK, "no-store"), (open.StatusCode, $"{open.Headers.CacheControl}"));
            Assert.False(open.Headers.Contains("Set-Cookie"));
        }

        await _host.Services.GetRequiredService<ShareLinks>().RevokeAsync(1, link.Link.Id, Cancellation);

        var (status, html) = await _host.ReadAsync(link.Path);
        Assert.Equal((HttpStatusCode.NotFound, 0), (status, _host.Kept.Held().Pages));
        Assert.Equal((await _host.ReadAsync("/s/unknown")).Html, html);
    }

    [Fact]
    public async Task Link_AtItsEnd_IsGoneToTheMoment()
    {
        var link = await _host.ShareAsync("/top20?range=all");
        _host.Time.Set(link.Link.ExpiresAt - TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _host.ReadAsync(link.Path)).Status);

        _host.Time.Set(link.Link.ExpiresAt);

        Assert.Equal(HttpStatusCode.NotFound, (await _host.ReadAsync(link.Path)).Status);
    }

    [Fact]
    public async Task Day_ThatBegins_MovesTheStretch()
    {
        Assert.Contains("2 plays", (await _host.ReadAsync("/top20/public?range=4w")).Html, StringComparison.Ordinal);

        _host.Time.Set(_host.Time.GetUtcNow().AddDays(27));

        Assert.DoesNotContain("2 plays", (await _host.ReadAsync("/top20/public?range=4w")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_DuringADrawing_AreOnThePageOfWhoeverAsksAfterThem()
    {
        var path = (await _host.ShareAsync("/held")).Path;
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Held.MayEnd = mayEnd.Task;
        var before = _host.ReadAsync(path);
        await _host.Held.BegunAsync();

        (_host.Held.Words, _host.Held.MayEnd) = ("second words", Task.CompletedTask);
        _host.Services.GetRequiredService<PlaysChanged>().Publish(1);

        Assert.Contains("second words", (await _host.ReadAsync(path)).Html, StringComparison.Ordinal);
        mayEnd.SetResult();
        Assert.Contains("first words", (await before).Html, StringComparison.Ordinal);
        Assert.Contains("second words", (await _host.ReadAsync(path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crowd_ThatAsksAtOnce_HasThePageDrawnOnce()
    {
        var path = (await _host.ShareAsync("/held")).Path;
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Held.MayEnd = mayEnd.Task;

        var crowd = Enumerable.Range(0, 20).Select(_ => _host.ReadAsync(path)).ToList();
        await _host.Held.BegunAsync();
        mayEnd.SetResult();

        Assert.All(await Task.WhenAll(crowd), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(1, _host.Held.Drawings);
    }

    [Fact]
    public async Task Queries_MadeUpByStrangers_TakeNoRoom()
    {
        foreach (var query in new[] { "?range=1y&kind=artists", "?kind=artists&range=1y", "?KIND=Artists&Range=1Y" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _host.ReadAsync($"/top20/public{query}")).Status);
        }

        for (var i = 0; i < 200; i++)
        {
            var made = i.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(HttpStatusCode.NotFound, (await _host.ReadAsync($"/top20/public?kind=artists&range=1y&x{made}={made}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await _host.ReadAsync($"/s/{made.PadLeft(43, 'A')}")).Status);
        }

        Assert.Equal(1, _host.Kept.Held().Pages);
    }

    [Fact]
    public async Task Pages_MoreThanAreHeld_AreDroppedLongestUnusedFirst()
    {
        var paths = new List<string>();
        for (var i = 0; i <= KeptPages.Most; i++)
        {
            paths.Add((await _host.ShareAsync("/held")).Path);
            await _host.ReadAsync(paths[i]);
            await _host.ReadAsync(paths[0]);
        }

        Assert.Equal(KeptPages.Most, _host.Kept.Held().Pages);
        var drawn = _host.Held.Drawings;
        await _host.ReadAsync(paths[0]);
        Assert.Equal(drawn, _host.Held.Drawings);
        await _host.ReadAsync(paths[1]);
        Assert.Equal(drawn + 1, _host.Held.Drawings);
    }

    [Fact]
    public async Task Visits_OfALink_AreCountedAtOnceAndWrittenTogether()
    {
        var links = _host.Services.GetRequiredService<ShareLinks>();
        var path = (await _host.ShareAsync("/top20?range=all")).Path;
        for (var i = 0; i < 5; i++)
        {
            await _host.ReadAsync(path);
        }

        using (await _host.AskAsync(path, HttpMethod.Head))
        using (await _host.AskAsync(path, null, ("Sec-Fetch-Dest", "empty")))
        {
            var link = Assert.Single(await links.ListAsync(1, Cancellation));
            Assert.Equal((5, _host.Time.GetUtcNow()), (link.Uses, link.LastSeenAt));
        }

        var visits = _host.Services.GetRequiredService<ShareVisits>();
        Assert.Equal(5, visits.Unwritten(1).Count);
        await visits.WriteAsync(Cancellation);
        Assert.Equal((0, 5), (visits.Unwritten(1).Count, Assert.Single(await links.ListAsync(1, Cancellation)).Uses));

        await _host.ReadAsync(path);
        await _host.ElsewhereAsync("ALTER TABLE share_links RENAME TO away");
        await Assert.ThrowsAnyAsync<Exception>(() => visits.WriteAsync(Cancellation));
        await _host.ElsewhereAsync("ALTER TABLE away RENAME TO share_links");
        await visits.WriteAsync(Cancellation);
        Assert.Equal(6, Assert.Single(await links.ListAsync(1, Cancellation)).Uses);
    }
}
