using System.Text.Json;
using SpotifyDashboard.Session;

namespace SpotifyDashboard.SignIn.People;

/// <summary>Reads the members of a request's body; what can't be used is refused by its name.</summary>
internal static class BodyText
{
    /// <summary>A text that has to be there.</summary>
    /// <exception cref="RefusedParameterException">It is missing, empty, or no text.</exception>
    public static string Required(JsonElement body, string name) =>
        Optional(body, name) is { Length: > 0 } text ? text : throw new RefusedParameterException(name, $"'{name}' is missing; send it as a text.");

    /// <summary>A text, or null.</summary>
    /// <exception cref="RefusedParameterException">It is no text.</exception>
    public static string? Optional(JsonElement body, string name) => Member(body, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw new RefusedParameterException(name, $"'{name}' is a text."),
    };

    /// <summary>An object that has to be there.</summary>
    /// <exception cref="RefusedParameterException">It is missing, or no object.</exception>
    public static JsonElement Object(JsonElement body, string name) =>
        Member(body, name) is { ValueKind: JsonValueKind.Object } member ? member : throw new RefusedParameterException(name, $"'{name}' is missing; send it as an object.");

    /// <summary>A whole number, or null.</summary>
    /// <exception cref="RefusedParameterException">It is no whole number.</exception>
    public static int? Number(JsonElement body, string name) => Member(body, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var value) => value,
        _ => throw new RefusedParameterException(name, $"'{name}' is a whole number."),
    };

    /// <summary>Yes or no, or null.</summary>
    /// <exception cref="RefusedParameterException">It is neither.</exception>
    public static bool? Flag(JsonElement body, string name) => Member(body, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new RefusedParameterException(name, $"'{name}' is true or false."),
    };

    private static JsonElement? Member(JsonElement body, string name) =>
        body.ValueKind != JsonValueKind.Object ? throw new RefusedParameterException("body", "Send a JSON object.")
        : body.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
