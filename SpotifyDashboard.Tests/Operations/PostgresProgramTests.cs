using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpotifyDashboard.Storage;
using SpotifyDashboard.Tests.Fixtures;
using SpotifyDashboard.Tests.Statistics;
using SpotifyDashboard.Tests.Storage;

namespace SpotifyDashboard.Tests.Operations;

/// <summary>The whole program on PostgreSQL by one setting: what it answers is what it answers on SQLite.</summary>
public sealed partial class PostgresProgramTests(PostgresServer server)
{
    /// <summary>The families of answers that are computed of the history alone; the others tell of this process. (An export tells when it was imported; ExportRoundTripTests compares those.)</summary>
    private static readonly string[] s_families = ["/api/stats/", "/api/top20", "/api/history", "/api/analysis/", "/api/recommendations", "/api/users/me"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_OfOneImportedHistory_AreTheSameOnBothDatabases()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Postgres, server);
        await using var sqlite = new ApiHost();
        await using var postgres = new ApiHost { Settings = { ["ConnectionStrings:Dashboard"] = "", ["DATABASE_URL"] = UrlOf(database) } };
        using HttpClient first = sqlite.CreateClient(), second = postgres.CreateClient();
        var history = History();
        foreach (var client in (HttpClient[])[first, second])
        {
            await ImportAsync(client, history);
        }

        var addresses = await AddressesAsync(first);
        Assert.True(addresses.Count > 30, $"Only {addresses.Count} answers were compared.");
        Assert.InRange(int.Parse(await database.ScalarAsync("SELECT count(*) FROM plays") ?? "", CultureInfo.InvariantCulture), 1000, 3000);
        foreach (var address in addresses)
        {
            var expected = await AnswerAsync(first, address);
            Assert.Equal(expected, await AnswerAsync(second, address));
            Assert.StartsWith("200 ", expected, StringComparison.Ordinal);
        }
    }

    private static (byte[] Plays, string Features) History()
    {
        using var stream = new MemoryStream();
        new ExtendedExportGenerator(seed: 21, tracks: 150).WriteJson(stream, 3000);
        var plays = stream.ToArray();

        // Not read as JSON: some of its rows are none, as some of Spotify's.
        var tracks = TrackUri().Matches(Encoding.UTF8.GetString(plays)).Select(match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var features = new StringBuilder("track_id,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms,time_signature\n");
        var random = new Random(5);
        foreach (var track in tracks)
        {
            features.Append(CultureInfo.InvariantCulture, $"{track},{random.NextDouble():0.000},{random.NextDouble():0.000},{random.Next(12)},{-20 * random.NextDouble():0.000},{random.Next(2)},");
            features.Append(CultureInfo.InvariantCulture, $"{random.NextDouble():0.000},{random.NextDouble():0.000},{random.NextDouble():0.000},{random.NextDouble():0.000},{random.NextDouble():0.000},{60 + (120 * random.NextDouble()):0.000},200000,4\n");
        }

        return (plays, features.ToString());
    }

    private static async Task ImportAsync(HttpClient client, (byte[] Plays, string Features) history)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(history.Plays), "files", "Streaming_History_Audio_2014_1.json" },
            { new StringContent(history.Features), "files", "features.csv" },
        };
        using var answer = await client.PostAsync(new Uri("api/import", UriKind.Relative), form, Cancellation);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("jobId").GetGuid();
        JsonElement job;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), Cancellation);
            job = await client.GetFromJsonAsync<JsonElement>(new Uri($"api/jobs/{id}", UriKind.Relative), Cancellation);
        }
        while (job.GetProperty("state").GetString() is "queued" or "running");

        Assert.True(job.GetProperty("state").GetString() == "succeeded", job.ToString());
    }

    /// <summary>Every address of the described API that needs nothing named, plain and with a period and a rule where it takes them.</summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(HttpClient client)
    {
        var description = await client.GetFromJsonAsync<JsonElement>(new Uri("openapi/v1.json", UriKind.Relative), Cancellation);
        var addresses = new List<string>();
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out var get) || path.Name.Contains('{', StringComparison.Ordinal) || !s_families.Any(family => path.Name.StartsWith(family, StringComparison.Ordinal)))
            {
                continue;
            }

            var parameters = get.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToList() : [];
            if (parameters.Exists(parameter => parameter.TryGetProperty("required", out var isRequired) && isRequired.GetBoolean()))
            {
                continue;
            }

            addresses.Add(path.Name);
            var names = parameters.Select(parameter => parameter.GetProperty("name").GetString()).ToList();
            if (names.Contains("from", StringComparer.Ordinal) && names.Contains("count", StringComparer.Ordinal))
            {
                addresses.Add($"{path.Name}?from=2014-03-01&to=2014-06-30&count=all");
            }
        }

        return addresses;
    }

    private static async Task<string> AnswerAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address.TrimStart('/'), UriKind.Relative), Cancellation);
        return $"{(int)response.StatusCode} {address}\n{await response.Content.ReadAsStringAsync(Cancellation)}";
    }

    private static string UrlOf(TestDatabase postgres)
    {
        var told = new Npgsql.NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        return string.Create(CultureInfo.InvariantCulture, $"postgres://{told.Username}@{told.Host}:{told.Port}/{told.Database}");
    }

    [GeneratedRegex("spotify:track:(?<id>[0-9A-Za-z]{22})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrackUri();
}
