using System.Text.Json;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Reads single values of a row; a value of the wrong kind leaves a reason in <c>problem</c> and is passed over.</summary>
internal static class JsonField
{
    /// <summary>The raw bytes of a string (still escaped); empty for null.</summary>
    public static ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader, scoped ref string? problem, string wrongKind, int longest = RowRules.LongestText)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when RowRules.ProblemOfText(reader.ValueSpan, longest) is { } tooLong:
                problem ??= tooLong;
                return default;
            case JsonTokenType.String:
                return reader.ValueSpan;
            case JsonTokenType.Null:
                return default;
            default:
                problem ??= wrongKind;
                return default;
        }
    }

    /// <summary>A whole number; null for null.</summary>
    public static long? Whole(scoped ref Utf8JsonReader reader, scoped ref string? problem, string wrongKind)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
        {
            return number;
        }

        if (reader.TokenType != JsonTokenType.Null)
        {
            problem ??= wrongKind;
        }

        return null;
    }

    /// <summary>True or false; null for null.</summary>
    public static bool? Flag(scoped ref Utf8JsonReader reader, scoped ref string? problem, string wrongKind)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            default:
                problem ??= wrongKind;
                return null;
        }
    }
}
