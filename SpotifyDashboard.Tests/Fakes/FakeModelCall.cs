using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A chat that a fake was asked for.</summary>
/// <param name="Body">As it was sent.</param>
internal sealed partial record FakeModelCall(string Body, JsonElement Json)
{
    public string Model => Json.GetProperty("model").GetString() ?? "";

    /// <summary>Role and text of each message.</summary>
    public IReadOnlyList<(string Role, string Text)> Messages =>
        [.. Json.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString() ?? "", message.GetProperty("content").GetString() ?? ""))];

    /// <summary>The first message of the user.</summary>
    public string Question => Messages.First(message => message.Role == "user").Text;

    /// <summary>Whether an earlier text is to be mended.</summary>
    public bool IsRepair => Messages.Count > 2;

    /// <summary>The schema of the answer.</summary>
    public string Schema => Json.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema").GetRawText();

    /// <summary>Two letters of the language that is asked for.</summary>
    public string Language => LanguageWords().Match(Question).Groups["code"].Value;

    /// <summary>Id and text of the facts in it.</summary>
    public IReadOnlyList<(string Id, string Text)> Facts
    {
        get
        {
            using var facts = JsonDocument.Parse(Question[Question.IndexOf('{', StringComparison.Ordinal)..]);
            return [.. facts.RootElement.GetProperty("facts").EnumerateArray().Select(fact => (fact.GetProperty("id").GetString() ?? "", fact.GetProperty("text").GetString() ?? ""))];
        }
    }

    public static FakeModelCall Of(string body)
    {
        using var json = JsonDocument.Parse(body);
        return new FakeModelCall(body, json.RootElement.Clone());
    }

    [GeneratedRegex(@"^Language: [^(]+\((?<code>[a-z]{2})\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LanguageWords();
}
