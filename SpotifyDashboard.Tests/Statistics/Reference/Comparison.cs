using System.Globalization;
using System.Text.Json;

namespace SpotifyDashboard.Tests.Statistics.Reference;

/// <summary>Where an answer of the program differs from that of the reference, field by field.</summary>
internal static class Comparison
{
    /// <summary>Stands in the reference's answer for a number that the program computes from features of seven digits.</summary>
    private const string SixDigits = "~6";

    private const double Relative = 1e-9;

    public static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty(SixDigits, out var near))
        {
            return actual.ValueKind == JsonValueKind.Number && Math.Abs(near.GetDouble() - actual.GetDouble()) <= 1e-5 * (1 + near.GetDouble()) ? [] : [Tell(path, expected, actual)];
        }

        return (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Fields(expected, actual, path),
            (JsonValueKind.Array, JsonValueKind.Array) => Items(expected, actual, path),
            (JsonValueKind.Number, JsonValueKind.Number) => IsSame(expected.GetDouble(), actual.GetDouble()) ? [] : [Tell(path, expected, actual)],
            (JsonValueKind.String, JsonValueKind.String) => IsSame(expected.GetString(), actual.GetString()) ? [] : [Tell(path, expected, actual)],
            var (left, right) => left == right ? [] : [Tell(path, expected, actual)],
        };
    }

    private static IEnumerable<string> Fields(JsonElement expected, JsonElement actual, string path)
    {
        var names = expected.EnumerateObject().Select(field => field.Name).Union(actual.EnumerateObject().Select(field => field.Name));
        return names.SelectMany(name => (expected.TryGetProperty(name, out var left), actual.TryGetProperty(name, out var right)) switch
        {
            (true, true) => Differences(left, right, $"{path}.{name}"),
            (true, false) => [$"{path}.{name}: missing, expected {Short(left)}"],
            _ => [$"{path}.{name}: not in the text, got {Short(right)}"],
        });
    }

    private static IEnumerable<string> Items(JsonElement expected, JsonElement actual, string path)
    {
        var lengths = (expected.GetArrayLength(), actual.GetArrayLength());
        var items = expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]"));
        return lengths.Item1 == lengths.Item2 ? items : items.Prepend($"{path}: {lengths.Item1} items expected, got {lengths.Item2}: {Short(actual)}");
    }

    private static bool IsSame(double expected, double actual) =>
        expected == actual || Math.Abs(expected - actual) <= Relative * Math.Max(Math.Abs(expected), Math.Abs(actual)) || Math.Abs(expected - actual) < 1e-12;

    /// <summary>Moments are the same however many zeros their seconds have.</summary>
    private static bool IsSame(string? expected, string? actual) =>
        expected == actual || (Moment(expected) is { } left && Moment(actual) is { } right && left == right);

    private static DateTimeOffset? Moment(string? text) =>
        text is [.., 'Z'] && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private static string Tell(string path, JsonElement expected, JsonElement actual) => $"{path}: expected {Short(expected)}, got {Short(actual)}";

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 200 } text ? text[..200] + "…" : value.GetRawText();
}
