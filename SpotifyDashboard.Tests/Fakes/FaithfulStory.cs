using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpotifyDashboard.Tests.Fakes;

/// <summary>A story as a model writes it that keeps to the facts: their figures and names in sentences of its own, cited.</summary>
internal static class FaithfulStory
{
    private const int Sentences = 5;

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer's JSON.</summary>
    public static string Of(FakeModelCall call)
    {
        var facts = call.Facts;

        // Other facts in other orders for other questions, the same for the same.
        var seed = call.Question.Aggregate(17, static (seed, sign) => unchecked((seed * 31) + sign)) & 0xFFFF;
        var chosen = facts.Take(2).Concat(facts.Skip(2).OrderBy(fact => (fact.Id.Length * 7919 * (seed + 1)) ^ fact.Text.Length ^ seed)).Take(Sentences + 1).ToList();
        var sentences = chosen.SkipLast(1).Select((fact, place) => (fact.Id, Text: Retell(fact.Text, place + seed))).ToList();
        var last = chosen[^1];
        var roast = (last.Id, Text: $"Nobody made you do this: {Lower(last.Text)}");
        return Write("Your listening in short", string.Join(' ', sentences.Select(sentence => sentence.Text)), roast.Text, [.. sentences.Append(roast)]);
    }

    /// <summary>Any story as JSON.</summary>
    public static string Write(string title, string description, string roast, params (string Fact, string Sentence)[] cited) => new JsonObject
    {
        ["title"] = title,
        ["description"] = description,
        ["roast"] = roast,
        ["citations"] = new JsonArray([.. cited.Select(citation => (JsonNode)new JsonObject
        {
            ["sentence"] = string.Join(' ', citation.Sentence.Split(' ').Take(4)),
            ["facts"] = new JsonArray(citation.Fact),
        })]),
    }.ToJsonString(s_plain);

    private static string Retell(string fact, int way) => (way % 4) switch
    {
        0 => $"To begin with the plain truth: {Lower(fact)}",
        1 => fact.Replace(" %", " percent", StringComparison.Ordinal),
        2 => $"And there is this: {Lower(fact)}",
        _ => fact,
    };

    // Names may begin a fact; a word of ours never is one.
    private static string Lower(string fact) => fact.StartsWith("You", StringComparison.Ordinal) || fact.StartsWith("The ", StringComparison.Ordinal) || fact.StartsWith("In ", StringComparison.Ordinal)
        ? char.ToLowerInvariant(fact[0]) + fact[1..]
        : fact;
}
