using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SpotifyDashboard.Tests.Statistics;

namespace SpotifyDashboard.Tests.Survey;

public sealed class PredictApiTests
{
    [Fact]
    public async Task Prediction_CarriesWhatItIsWorth()
    {
        await using var host = new ApiHost();

        var (status, answer) = await PostAsync(host, """{ "features": { "energy": 0.9, "acousticness": 0.02, "tempo": 142 } }""");

        Assert.Equal(200, status);
        Assert.Equal(["major", "confidence", "calibratedConfidence", "probabilities", "importance", "assumed", "evaluation"], answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal(1, answer.GetProperty("probabilities").EnumerateObject().Sum(major => major.Value.GetDouble()), 3);
        Assert.Equal(answer.GetProperty("confidence").GetDouble(), answer.GetProperty("probabilities").GetProperty(answer.GetProperty("major").GetString()!).GetDouble());
        Assert.Equal(10, answer.GetProperty("assumed").GetArrayLength());
        var evaluation = answer.GetProperty("evaluation");
        Assert.Equal(47, evaluation.GetProperty("respondents").GetInt32());
        Assert.Contains(evaluation.GetProperty("verdict").GetString(), new[] { "better than guessing", "no better than guessing" });
        Assert.All(["accuracy", "macroF1", "majorityBaseline"], name =>
        {
            var interval = evaluation.GetProperty(name + "Interval");
            Assert.InRange(evaluation.GetProperty(name).GetDouble(), interval[0].GetDouble(), interval[1].GetDouble());
        });
    }

    [Fact]
    public async Task Prediction_ForASongOfTheSurvey_IsFoundByItsTrack()
    {
        await using var host = new ApiHost();

        var (status, answer) = await PostAsync(host, """{ "trackId": "sample0000000000000002" }""");

        Assert.Equal(200, status);
        Assert.Empty(answer.GetProperty("assumed").EnumerateArray());
    }

    [Theory]
    [InlineData("""{ "features": { "energie": 0.9 } }""", 400)]
    [InlineData("""{ "features": { "energy": 1.5 } }""", 400)]
    [InlineData("""{ "features": { "energy": "much" } }""", 400)]
    [InlineData("""{ "features": { } }""", 400)]
    [InlineData("""{ "features": { "energy": 1 }, "trackId": "x" }""", 400)]
    [InlineData("""{ "trackId": 5 }""", 400)]
    [InlineData("""{ "song": "x" }""", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{ "trackId": "unheard" }""", 404)]
    public async Task WrongQuestions_AreRefusedWithTheReason(string body, int expected)
    {
        await using var host = new ApiHost();

        var (status, problem) = await PostAsync(host, body);

        Assert.Equal(expected, status);
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
    }

    private static async Task<(int Status, JsonElement Body)> PostAsync(ApiHost host, string body)
    {
        using var client = host.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/survey/predict", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }
}
