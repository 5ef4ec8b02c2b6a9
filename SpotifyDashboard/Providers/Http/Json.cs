using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace SpotifyDashboard.Providers.Http;

/// <summary>Reads answers whose fields may be absent, null or of another type than promised: such a field counts as absent.</summary>
internal static class Json
{
    /// <summary>What <paramref name="read"/> makes of a text that is known to be JSON.</summary>
    public static T? Read<T>(string json, Func<JsonElement, T?> read)
        where T : class
    {
        using var document = JsonDocument.Parse(json);
        return read(document.RootElement);
    }

    /// <summary>The member <paramref name="name"/>; null where there is none or it is JSON's null.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
            ? member
            : null;

    /// <summary>The text under <paramref name="name"/>.</summary>
    public static string? TextOf(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The number under <paramref name="name"/>, if it is finite.</summary>
    public static double? NumberOf(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;

    /// <summary>The whole number under <paramref name="name"/>.</summary>
    public static int? IntegerOf(this JsonElement element, string name) =>
        element.NumberOf(name) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>The truth value under <paramref name="name"/>.</summary>
    public static bool? FlagOf(this JsonElement element, string name) => element.Member(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The moment under <paramref name="name"/> (UTC).</summary>
    public static DateTimeOffset? MomentOf(this JsonElement element, string name) =>
        DateTimeOffset.TryParse(element.TextOf(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    /// <summary>The entries of the list under <paramref name="name"/> that are objects; none where there is no list.</summary>
    public static IEnumerable<JsonElement> ObjectsOf(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(static entry => entry.ValueKind == JsonValueKind.Object) : [];

    /// <summary>The list under <paramref name="name"/>, without which the answer makes no sense.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static IEnumerable<JsonElement> RequiredList(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw new FormatException($"it holds no list '{name}'");

    /// <summary>The text under <paramref name="name"/>, without which the answer makes no sense.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    [return: NotNull]
    public static string RequiredText(this JsonElement element, string name) =>
        element.TextOf(name) is { Length: > 0 } text ? text : throw new FormatException($"it holds no text '{name}'");
}
