using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>Asks the running program over HTTP and the reference by SQL, and compares.</summary>
internal sealed class Agreement : IAsyncDisposable
{
    /// <summary>Stands in the reference's answer for one that the program refuses with this status.</summary>
    private const string Refused = "~status";

    private readonly HttpClient _client;
    private readonly ReferenceDatabase _reference;

    private Agreement(HttpClient client, ReferenceDatabase reference)
    {
        _client = client;
        _reference = reference;
    }

    public static async Task<Agreement> OpenAsync(ReferenceHost host, int listener) =>
        new(host.CreateClient(), await ReferenceDatabase.OpenAsync(host.DatabaseFile, listener));

    /// <summary>The listener moves to a zone; the reference reads the history and the mood map.</summary>
    public async Task MoveAsync(string zone)
    {
        await ChooseAsync(new { timeZone = zone });
        await _reference.LookAsync(zone);
        using var map = await _client.GetAsync(new Uri($"/api/analysis/report?points=true&k={Question.Moods}", UriKind.Relative), TestContext.Current.CancellationToken);
        await _reference.TakeMapAsync(map.IsSuccessStatusCode ? await map.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken) : null);
    }

    /// <summary>The listener counts by a rule from now on.</summary>
    public async Task CountAsync(string rule)
    {
        await ChooseAsync(new { countingRule = rule });
        await _reference.CountAsync(rule);
    }

    /// <summary>What differs over a period; nothing when both agree. <see cref="CountAsync"/> came before, with the same rule.</summary>
    public async Task<List<string>> DifferencesAsync(ReferencePeriod period, string rule, IEnumerable<Question> questions)
    {
        var found = new List<string>();
        await _reference.AskAsync(period);
        foreach (var question in questions)
        {
            var address = question.Address(period, rule);
            var expected = await _reference.AnswerAsync(question);
            using var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty(Refused, out var status) && status.GetInt32() == (int)response.StatusCode)
            {
                continue;
            }

            if (!response.IsSuccessStatusCode)
            {
                found.Add($"{address}: answered {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
                continue;
            }

            var actual = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            found.AddRange(Comparison.Differences(expected, question.PartOf(actual)).Take(5).Select(difference => $"{address} {difference}"));
        }

        return found;
    }

    private async Task ChooseAsync(object choice)
    {
        using var body = new StringContent(JsonSerializer.Serialize(choice), Encoding.UTF8, "application/json");
        using var changed = await _client.PatchAsync(new Uri("/api/users/me", UriKind.Relative), body, TestContext.Current.CancellationToken);
        changed.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _reference.DisposeAsync();
    }
}
