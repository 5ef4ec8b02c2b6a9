using System.Net.Http.Json;
using System.Text.Json;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Survey;

public sealed class SurveyApiTests
{
    [Fact]
    public async Task Respondents_WhileNoSurveyIsSet_AreFiftyMarkedAsSamplesUnderHashes()
    {
        await using var host = new ApiHost();

        var (status, body) = await host.GetAsync("/api/survey/respondents");

        Assert.Equal(200, status);
        Assert.Equal(50, body.GetArrayLength());
        Assert.All(body.EnumerateArray(), respondent => Assert.True(respondent.GetProperty("isSample").GetBoolean()));
        Assert.Equal(
            ["id", "nameHash", "timestamp", "age", "major", "year", "hometown", "favoriteSong", "artist", "hoursPerDay", "listeningTime", "trackId", "popularity", "genres", "features", "cluster", "pca", "musicDnaScore", "isSample"],
            body[0].EnumerateObject().Select(field => field.Name));
        var heard = body.EnumerateArray().Where(respondent => respondent.GetProperty("cluster").ValueKind == JsonValueKind.Number).ToList();
        Assert.InRange(heard.Count, 40, 50);
        Assert.All(heard, respondent =>
        {
            Assert.Equal(13, respondent.GetProperty("features").EnumerateObject().Count());
            Assert.Equal(3, respondent.GetProperty("pca").GetArrayLength());
            Assert.InRange(respondent.GetProperty("musicDnaScore").GetDouble(), 0, 100);
        });
    }

    [Fact]
    public async Task Twins_AreMutualInSimilarity_AndSayWhatIsSharedAndDifferent()
    {
        await using var host = new ApiHost();

        var (status, twins) = await host.GetAsync("/api/survey/respondents/sample-02/twins?limit=49");
        var nearest = twins[0];
        var (_, back) = await host.GetAsync($"/api/survey/respondents/{nearest.GetProperty("id").GetString()}/twins?limit=49");

        Assert.Equal(200, status);
        Assert.Equal(["id", "similarity", "shared", "different"], nearest.EnumerateObject().Select(field => field.Name));
        Assert.Equal(nearest.GetProperty("similarity").GetDouble(), back.EnumerateArray().Single(twin => twin.GetProperty("id").GetString() == "sample-02").GetProperty("similarity").GetDouble());
        Assert.Equal(twins.EnumerateArray().Select(Similarity).OrderDescending(), twins.EnumerateArray().Select(Similarity));
    }

    [Theory]
    [InlineData("/api/survey/respondents?limit=3", 400)]
    [InlineData("/api/survey/respondents/sample-02/twins?by=name", 400)]
    [InlineData("/api/survey/respondents/sample-02/twins?limit=0", 400)]
    [InlineData("/api/survey/respondents/somebody/twins", 404)]
    public async Task WrongQuestions_AreRefusedWithTheReason(string address, int expected)
    {
        await using var host = new ApiHost();

        var (status, problem) = await host.GetAsync(address);

        Assert.Equal(expected, status);
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Survey_CanNotBeSharedByALink()
    {
        await using var host = new ApiHost();
        await host.AddPlaysAsync(("2026-03-01T10:00:00Z", 200_000, "One"));
        using var client = host.CreateClient();

        using var response = await client.PostAsJsonAsync(new Uri("/api/shares", UriKind.Relative), new { page = "/survey/answers" }, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
    }

    private static double Similarity(JsonElement twin) => twin.GetProperty("similarity").GetDouble();
}
