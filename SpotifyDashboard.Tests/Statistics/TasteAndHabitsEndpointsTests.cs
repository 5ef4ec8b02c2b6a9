using System.Text.Json;

namespace SpotifyDashboard.Tests.Statistics;

public sealed class TasteAndHabitsEndpointsTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    public static TheoryData<string> Names => ["diversity", "decades", "explicit", "genres", "moods", "hipster", "skips", "platforms", "contexts"];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Get_Statistic_AnswersAsItsExampleAndAsCsv(string name)
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-01T10:05:00Z", 100_000, "=Two"));
        using var client = _host.CreateClient();

        var (status, answer) = await _host.GetAsync($"/api/stats/{name}?from=2026-03-01&to=2026-03-31&count=all");
        var (_, description) = await _host.GetAsync("/openapi/v1.json");
        using var csv = await client.GetAsync(new Uri($"/api/stats/{name}.csv?from=2026-03-01", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.Equal(200, status);
        var example = description.GetProperty("paths").GetProperty($"/api/stats/{name}").GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("example");
        AssertSameShape(example, answer, name);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.All(lines[1..^1], line => Assert.Equal(lines[0].Count(sign => sign == ','), line.Count(sign => sign == ',')));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Get_NothingStored_Is404WithTheNextStep(string name)
    {
        var (status, problem) = await _host.GetAsync($"/api/stats/{name}");

        Assert.Equal(404, status);
        Assert.Contains("/import", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("genres?limit=0", "limit")]
    [InlineData("genres?limit=51", "limit")]
    [InlineData("contexts?limit=101", "limit")]
    [InlineData("moods?k=11", "k")]
    [InlineData("moods.csv?k=x", "k")]
    [InlineData("skips?limit=5", "limit")]
    [InlineData("hipster?from=1", "from")]
    public async Task Get_UnknownOrUnusableParameter_Is400AndNamed(string address, string parameter)
    {
        var (status, problem) = await _host.GetAsync($"/api/stats/{address}");

        Assert.Equal((400, parameter), (status, problem.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task Skips_StoredPlays_AreToldInTheWordsOfTheDefinition()
    {
        await _host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"), ("2026-03-01T10:05:00Z", 20_000, "One"));

        var (_, skips) = await _host.GetAsync("/api/stats/skips");

        Assert.Equal(
            """{"plays":2,"told":0,"skipped":0,"skipRate":null,"completed":1,"completionRate":0.5,"meanShare":0.55,"shares":[0,1,0,0,0,0,0,0,0,1],"reasons":[{"reason":"unknown","plays":2}],"byHour":["""
            + string.Join(',', Enumerable.Repeat("""{"told":0,"skipped":0}""", 24))
            + """],"mostSkipped":[]}""",
            skips.GetRawText());
    }

    /// <summary>Every name of the example stands in the answer and the other way round; of lists the first items are compared.</summary>
    private static void AssertSameShape(JsonElement example, JsonElement answer, string path)
    {
        if (example.ValueKind == JsonValueKind.Object && answer.ValueKind == JsonValueKind.Object)
        {
            Assert.Equal(example.EnumerateObject().Select(property => $"{path}.{property.Name}"), answer.EnumerateObject().Select(property => $"{path}.{property.Name}"));
            foreach (var property in example.EnumerateObject())
            {
                AssertSameShape(property.Value, answer.GetProperty(property.Name), $"{path}.{property.Name}");
            }
        }
        else if (example.ValueKind == JsonValueKind.Array && answer.ValueKind == JsonValueKind.Array && example.GetArrayLength() > 0 && answer.GetArrayLength() > 0)
        {
            AssertSameShape(example[0], answer[0], $"{path}[0]");
        }
        else
        {
            Assert.True(answer.ValueKind == JsonValueKind.Null || example.ValueKind == answer.ValueKind, $"{path} is {answer.ValueKind}, the example says {example.ValueKind}");
        }
    }
}
