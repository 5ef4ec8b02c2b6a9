using System.Text.Json;
using SpotifyDashboard.Providers.Http;

namespace SpotifyDashboard.Providers.LanguageModels;

/// <summary>Reads which models a service has.</summary>
internal static class ModelList
{
    private const int Most = 8;
    private const int LongestName = 60;

    /// <summary>Names of models, those first that are most like the one asked for.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static IReadOnlyList<string> Read(string body, string wanted)
    {
        using var document = JsonDocument.Parse(body);
        return
        [
            .. document.RootElement.ObjectsOf("data").Concat(document.RootElement.ObjectsOf("models"))
                .Select(static model => model.TextOf("id") ?? model.TextOf("name"))
                .OfType<string>()
                .Select(static name => name.StartsWith("models/", StringComparison.Ordinal) ? name[7..] : name)
                .Where(static name => name.Length is > 0 and <= LongestName && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':' or '/'))
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(name => name.Zip(wanted).TakeWhile(static pair => pair.First == pair.Second).Count())
                .ThenBy(static name => name, StringComparer.Ordinal)
                .Take(Most),
        ];
    }
}
