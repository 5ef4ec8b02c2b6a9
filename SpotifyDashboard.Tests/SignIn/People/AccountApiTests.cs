using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SpotifyDashboard.SignIn.People.Deletion;
using SpotifyDashboard.Storage;

namespace SpotifyDashboard.Tests.SignIn.People;

/// <summary>One's own account, and those of others, over HTTP against the whole program.</summary>
public sealed class AccountApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_MayDoWhatItsScopeSays_AndNeverChangesAnAccount()
    {
        await using var house = await AccountsHost.StartAsync();
        var reads = await TokenAsync(house.Ben, "read");
        var writes = await TokenAsync(house.Ben, "write");

        Assert.Equal(HttpStatusCode.OK, await SendAsync(house, reads, HttpMethod.Get, "/api/users/me"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(house, reads, HttpMethod.Patch, "/api/users/me", new { theme = "dark" }));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(house, writes, HttpMethod.Patch, "/api/users/me", new { theme = "dark" }));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(house, writes, HttpMethod.Get, "/api/account"));
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Post, "/api/account/tokens"), (HttpMethod.Post, "/api/account/deletion"), (HttpMethod.Delete, "/api/account/sessions"), (HttpMethod.Patch, "/api/account")])
        {
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await SendAsync(house, writes, method, path, new { label = "more", name = "Ben", password = AccountsHost.Password })));
        }

        Assert.Equal(HttpStatusCode.Conflict, (await house.Gus.Client.PostAsJsonAsync("/api/account/tokens", new { label = "all", scope = "write" }, Cancellation)).StatusCode);
        var listed = await house.Ben.Client.GetFromJsonAsync<JsonElement[]>("/api/account/tokens", Cancellation) ?? [];
        Assert.All(listed, token => Assert.False(token.TryGetProperty("token", out _)));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Olga.Client.DeleteAsync(new Uri($"/api/account/tokens/{listed[0].GetProperty("id")}", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await house.Ben.Client.DeleteAsync(new Uri($"/api/account/tokens/{listed[0].GetProperty("id")}", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(house, writes, HttpMethod.Get, "/api/account"));
    }

    [Fact]
    public async Task Password_Changed_EndsEveryOtherSession()
    {
        await using var house = await AccountsHost.StartAsync();
        var account = (await house.Get<SpotifyDashboard.SignIn.Accounts.AccountDirectory>().FindAsync(house.Ben.Visitor.AccountId, Cancellation))!;
        var elsewhere = await house.SignInAsync(account);

        Assert.Equal(HttpStatusCode.Conflict, (await house.Ben.Client.PostAsJsonAsync("/api/account/password", new { current = "wrong", loginName = "ben", password = "eight tall blue herons" }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(elsewhere, "/api/account"));
        Assert.Equal(HttpStatusCode.NoContent, (await house.Ben.Client.PostAsJsonAsync("/api/account/password", new { current = AccountsHost.Password, loginName = "ben", password = "eight tall blue herons" }, Cancellation)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(elsewhere, "/api/account"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(house.Ben, "/api/account"));
        var sessions = await house.Ben.Client.GetFromJsonAsync<JsonElement[]>("/api/account/sessions", Cancellation) ?? [];
        Assert.True(Assert.Single(sessions).GetProperty("isThis").GetBoolean());
    }

    [Fact]
    public async Task Export_OfAListener_HoldsAllThatIsTheirsAndNothingThatOpensADoor()
    {
        await using var house = await AccountsHost.StartAsync();
        var secret = await TokenAsync(house.Olga, "read");
        await StoreAsync(house, house.Olga.Visitor.ListenerId, "Olga's thumb");
        await StoreAsync(house, house.Ben.Visitor.ListenerId, "Ben's thumb");

        var files = await ReadZipAsync(await house.Olga.Client.GetByteArrayAsync(new Uri("/api/account/export", UriKind.Relative), Cancellation));

        Assert.All(files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)), file => JsonDocument.Parse(file.Value).Dispose());
        Assert.Equal(files.Keys.Where(name => name != "README.txt").Order(), files.Keys.Where(name => name != "README.txt" && files["README.txt"].Contains(name, StringComparison.Ordinal)).Order());
        Assert.Contains("Streaming_History_Audio.json", files.Keys);
        Assert.Contains("Olga's thumb", files["recommendation_verdicts.json"].Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        var all = string.Concat(files.Values);
        Assert.DoesNotContain("Ben", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Gus", files["accounts.json"], StringComparison.Ordinal);
        Assert.All(await SecretsAsync(house), one => Assert.DoesNotContain(one, all, StringComparison.Ordinal));
        Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        var guests = await ReadZipAsync(await house.Gus.Client.GetByteArrayAsync(new Uri("/api/account/export", UriKind.Relative), Cancellation));
        Assert.Equal(["README.txt", "access_tokens.json", "accounts.json", "passkeys.json", "sessions.json"], guests.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Deletion_OfOneself_TakesNameAndPasswordAndLeavesAReceiptForWhoeverHasItsNumber()
    {
        await using var house = await AccountsHost.StartAsync();
        await StoreAsync(house, house.Ben.Visitor.ListenerId, "Ben's thumb");

        Assert.Equal(HttpStatusCode.Conflict, await DeleteAsync(house.Ben, "Benjamin", AccountsHost.Password));
        Assert.Equal(HttpStatusCode.Conflict, await DeleteAsync(house.Ben, "Ben", "wrong"));
        Assert.Equal(HttpStatusCode.Conflict, await DeleteAsync(house.Olga, "Olga", AccountsHost.Password));
        using var answer = await house.Ben.Client.PostAsJsonAsync("/api/account/deletion", new { name = " ben ", password = AccountsHost.Password }, Cancellation);
        var receipt = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("receipt").GetString();
        await house.Get<DeletionRunner>().RunAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(house.Ben, "/api/account"));
        var anybody = house.Anonymous();
        var page = await anybody.GetStringAsync(new Uri(receipt!, UriKind.Relative), Cancellation);
        var json = await anybody.GetStringAsync(new Uri($"{receipt}.json", UriKind.Relative), Cancellation);
        Assert.Contains("Deleted for good", page, StringComparison.Ordinal);
        Assert.Contains(DeletionReceipt.ChecksumOf(json), page, StringComparison.Ordinal);
        Assert.Contains(DeletionReceipt.ChecksumOf(json), await anybody.GetStringAsync(new Uri($"{receipt}.txt", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("Ben", json, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri("/receipts/20261121-2222222222222222", UriKind.Relative), Cancellation)).StatusCode);
        var people = await house.Olga.Client.GetFromJsonAsync<JsonElement[]>("/api/people", Cancellation) ?? [];
        Assert.Equal(["Olga", "Gus"], people.Select(person => person.GetProperty("name").GetString()));
        Assert.Single(await house.Olga.Client.GetFromJsonAsync<JsonElement[]>("/api/people/receipts", Cancellation) ?? []);
        Assert.Single(await house.Olga.Client.GetFromJsonAsync<JsonElement[]>("/api/account/invitations", Cancellation) ?? []); // that of Gus; who took Ben's is not noted any more
    }

    [Fact]
    public async Task People_ForOwnersAlone_AreClosedPromotedSignedOutAndDeleted()
    {
        await using var house = await AccountsHost.StartAsync();
        var (ben, gus) = (house.Ben.Visitor.AccountId, house.Gus.Visitor.AccountId);
        foreach (var who in (SignedIn[])[house.Ben, house.Gus])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(who, "/api/people"));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(who, $"/api/people/{house.Olga.Visitor.AccountId}/export"));
            Assert.Equal(HttpStatusCode.Forbidden, (await who.Client.PostAsJsonAsync($"/api/people/{ben}/deletion", new { name = "Ben" }, Cancellation)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await house.Olga.Client.PatchAsJsonAsync($"/api/people/{ben}", new { role = "owner" }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(house.Ben, "/api/account"));
        Assert.Equal(HttpStatusCode.Conflict, (await house.Olga.Client.PatchAsJsonAsync($"/api/people/{gus}", new { role = "listener" }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await house.Olga.Client.PatchAsJsonAsync($"/api/people/{ben}", new { closed = true }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await house.Olga.Client.PatchAsJsonAsync($"/api/people/{house.Olga.Visitor.AccountId}", new { closed = true }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await house.Olga.Client.PostAsync(new Uri($"/api/people/{ben}/enrichment", UriKind.Relative), content: null, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await house.Olga.Client.PutAsJsonAsync("/api/people/admission", new { open = false }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await house.Olga.Client.DeleteAsync(new Uri("/api/people/caches", UriKind.Relative), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await house.Olga.Client.PostAsJsonAsync($"/api/people/{gus}/deletion", new { name = "Ben" }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await house.Olga.Client.PostAsJsonAsync($"/api/people/{gus}/deletion", new { name = "Gus" }, Cancellation)).StatusCode);
        await house.Get<DeletionRunner>().RunAsync(Cancellation);

        var people = await house.Olga.Client.GetFromJsonAsync<JsonElement[]>("/api/people", Cancellation) ?? [];
        Assert.Equal([("Olga", "owner", false), ("Ben", "owner", true)], people.Select(person => (
            person.GetProperty("name").GetString(), person.GetProperty("role").GetString(), person.GetProperty("closedAt").ValueKind != JsonValueKind.Null)));
    }

    private static async Task<string> TokenAsync(SignedIn who, string scope)
    {
        using var answer = await who.Client.PostAsJsonAsync("/api/account/tokens", new { label = $"a token that {scope}s", scope, days = 30 }, Cancellation);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("token").GetString() ?? "";
    }

    private static async Task<HttpStatusCode> SendAsync(AccountsHost house, string token, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await house.Anonymous().SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(SignedIn who, string path)
    {
        using var answer = await who.Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> DeleteAsync(SignedIn who, string name, string password)
    {
        using var answer = await who.Client.PostAsJsonAsync("/api/account/deletion", new { name, password }, Cancellation);
        return answer.StatusCode;
    }

    private static async Task StoreAsync(AccountsHost house, int listener, string text)
    {
        await using var context = await house.Get<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        context.RecommendationVerdicts.Add(new RecommendationVerdictRow { ListenerId = listener, TrackId = text });
        await context.SaveChangesAsync(Cancellation);
    }

    /// <summary>Whatever stands in the database only hashed or sealed.</summary>
    private static async Task<List<string>> SecretsAsync(AccountsHost house)
    {
        await using var context = await house.Get<IDbContextFactory<DashboardDbContext>>().CreateDbContextAsync(Cancellation);
        return
        [
            .. await context.Accounts.Where(row => row.PasswordHash != null).Select(row => row.PasswordHash!).ToListAsync(Cancellation),
            .. await context.Sessions.Select(row => row.TokenHash).ToListAsync(Cancellation),
            .. await context.AccessTokens.Select(row => row.TokenHash).ToListAsync(Cancellation),
            .. await context.Invitations.Select(row => row.CodeHash).ToListAsync(Cancellation),
        ];
    }

    private static async Task<Dictionary<string, string>> ReadZipAsync(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation), Encoding.UTF8);
            files.Add(entry.FullName, await reader.ReadToEndAsync(Cancellation));
        }

        return files;
    }
}
