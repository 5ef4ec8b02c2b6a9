using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Storage.Failures;
using SpotifyDashboard.Tests.Statistics;
using SpotifyDashboard.Tests.Storage;
using SpotifyDashboard.Tests.Storage.Failures;

namespace SpotifyDashboard.Tests.Operations;

/// <summary>What the API answers while the database takes nothing, and after.</summary>
public sealed class StorageAnswersTests(PostgresServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageTrouble.ReadOnly)]
    [InlineData(StorageTrouble.Locked)]
    public async Task Api_WhileNothingCanBeStored_NamesTheFailureAndWhenToAskAgain(StorageTrouble trouble)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, server);
        await using var storage = new BrokenStorage(database);
        await using var host = new ApiHost { Settings = { ["ConnectionStrings:Dashboard"] = database.ConnectionString } };
        host.Register = services => services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<DashboardDbContext>>(storage));
        await host.AddPlaysAsync(("2026-11-10T10:00:00Z", 200_000, "One"));
        using var client = host.CreateClient();

        storage.Break(trouble);
        using var refused = await ChangeAsync(client);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var (reading, _) = await host.GetAsync("/api/users/me");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, StorageFailure.RetryAfter), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        Assert.Equal(StorageFailure.Named(trouble).Text, problem.GetProperty("detail").GetString());
        Assert.Equal(200, reading);

        await storage.MendAsync();
        using var taken = await ChangeAsync(client);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client) =>
        client.PatchAsJsonAsync("/api/users/me", new Dictionary<string, string>(StringComparer.Ordinal) { ["theme"] = "dark" }, Cancellation);
}
