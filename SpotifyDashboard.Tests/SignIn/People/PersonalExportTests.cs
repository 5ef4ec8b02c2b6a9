using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SpotifyDashboard.Jobs;
using SpotifyDashboard.SignIn.People;
using SpotifyDashboard.SignIn.People.Export;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.SignIn.People;

/// <summary>The export of everything, on every table there is.</summary>
public sealed class PersonalExportTests(PostgresServer server)
{
    private static readonly string[] s_secret = ["passwordHash", "tokenHash", "codeHash", "refreshToken", "accessToken", "setAsideToken", "clientSecret", "credentialId", "publicKey"];

    public static TheoryData<DatabaseProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Write_OfAListenerWithARowInEveryTable_HoldsEachOnceAndNobodyElses(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, server);
        var tables = await PlantedPeople.PlantAsync(database, 1, 2);
        using var stream = new MemoryStream();

        await database.Process(static services => services.AddJobs().AddPeople()).Services.GetRequiredService<PersonalExport>().WriteAsync(1, stream, Cancellation);

        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        Assert.Equal(["README.txt", .. tables.Select(table => $"{table.Table}.json").Order(StringComparer.Ordinal)], archive.Entries.Select(entry => entry.FullName));
        foreach (var entry in archive.Entries.Skip(1))
        {
            await using var content = await entry.OpenAsync(Cancellation);
            using var json = await JsonDocument.ParseAsync(content, cancellationToken: Cancellation);
            var row = Assert.Single(json.RootElement.EnumerateArray());
            Assert.DoesNotContain("planted 2", row.GetRawText(), StringComparison.Ordinal);
            Assert.Empty(row.EnumerateObject().Select(property => property.Name).Intersect(s_secret));
        }
    }
}
