using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Moods.Months;

public sealed class MoodMonthsEndpointTests : IAsyncDisposable
{
    private static readonly DateTimeOffset s_march = new(2025, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly MoodsHost _host = new();

    [Fact]
    public async Task Get_MonthsWithOneSoundEach_StandWhereTheTracksOfTheReportDo()
    {
        var songs = PlantedLibrary.Songs(60).Select(pair => pair.Song with { Plays = pair.Sound switch { 0 => [s_march], 1 => [s_march.AddMonths(2)], _ => [] } }).ToList();
        await _host.AddAsync([.. songs, new Song("silent", new Dictionary<string, double>()) { Plays = [s_march.AddMonths(1)] }]);
        var client = _host.CreateClient();

        var report = await client.GetFromJsonAsync<JsonElement>("/api/analysis/report?points=true&starts=100", TestContext.Current.CancellationToken);
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/moods/months", TestContext.Current.CancellationToken);

        var points = report.GetProperty("points").EnumerateArray().ToDictionary(point => point.GetProperty("trackId").GetString() ?? "");
        var months = answer.GetProperty("months").EnumerateArray().ToList();
        Assert.Equal(5, answer.GetProperty("k").GetInt32());
        Assert.Equal(["2025-03-01", "2025-04-01", "2025-05-01"], months.Select(month => month.GetProperty("start").GetString()));
        foreach (var (month, start) in new[] { (months[0], s_march), (months[2], s_march.AddMonths(2)) })
        {
            var played = songs.Where(song => song.Plays.Contains(start)).Select(song => points[song.Id ?? ""]).ToList();
            Assert.Equal(played.Count, month.GetProperty("placed").GetInt32());
            Assert.Equal(played[0].GetProperty("cluster").GetInt32(), month.GetProperty("nearest").GetInt32());
            Assert.Equal(played.Average(point => point.GetProperty("x").GetDouble()), month.GetProperty("place")[0].GetDouble(), 1e-4);
            Assert.Equal(played.Average(point => point.GetProperty("z").GetDouble()), month.GetProperty("place")[2].GetDouble(), 1e-4);
        }

        Assert.Equal((1, 0, JsonValueKind.Null), (months[1].GetProperty("plays").GetInt32(), months[1].GetProperty("placed").GetInt32(), months[1].GetProperty("place").ValueKind));
        Assert.Equal(JsonValueKind.Null, months[0].GetProperty("moved").ValueKind);
        Assert.True(months[2].GetProperty("moved").GetDouble() > 1);
    }

    [Theory]
    [InlineData("k=1", "k")]
    [InlineData("from=1.5.2024", "from")]
    [InlineData("month=2025-03", "month")]
    public async Task Get_UnknownOrUnusableParameter_Is400AndNamed(string query, string parameter)
    {
        var answer = await _host.CreateClient().GetAsync($"/api/moods/months?{query}", TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, parameter), (answer.StatusCode, problem.GetProperty("parameter").GetString()));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
