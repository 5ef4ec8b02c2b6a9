using System.Text.Json;
using SpotifyDashboard.Listening;

namespace SpotifyDashboard.Ingest.History;

/// <summary>Reads the lists of numbers and genres in our own export. Where the data end within one, the row is read again with more.</summary>
internal static class OwnListReader
{
    private const string WrongKind = "a list of the dashboard's own export is of the wrong kind";

    private static readonly string[] s_keys = [.. Features.Thirteen.Select(Features.KeyOf)];

    /// <summary>Reads <c>["reccobeats", 1772439000001, 0.5, null, …]</c>: who said so, when, and the thirteen values.</summary>
    public static OwnSound? Sound(scoped ref Utf8JsonReader reader, scoped ref string? problem)
    {
        var cells = Cells(ref reader, ref problem);
        if (cells is not [string provenance, double storedAt, .. var values] || values.Count != s_keys.Length || values.Any(value => value is string))
        {
            problem ??= WrongKind;
            return null;
        }

        return new OwnSound([.. values.Select(value => value as double?)], provenance, (long)storedAt);
    }

    /// <summary>Reads <c>["indie pop", "spotify", null, 1772439000001, …]</c>: genre, who said so, weight and when, one after another.</summary>
    public static IReadOnlyList<OwnGenre> Genres(scoped ref Utf8JsonReader reader, scoped ref string? problem)
    {
        var genres = new List<OwnGenre>();
        foreach (var four in Cells(ref reader, ref problem).Chunk(4))
        {
            if (four is not [string genre, string provenance, null or double, double storedAt])
            {
                problem ??= WrongKind;
                return [];
            }

            genres.Add(new OwnGenre(genre, provenance, four[2] as double?, (long)storedAt));
        }

        return genres;
    }

    /// <summary>The texts, numbers and nulls of a flat list.</summary>
    private static List<object?> Cells(scoped ref Utf8JsonReader reader, scoped ref string? problem)
    {
        var cells = new List<object?>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            problem ??= WrongKind;
            return cells;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    cells.Add(JsonText.Decode(JsonField.Text(ref reader, ref problem, WrongKind, OwnReader.LongestText)));
                    break;
                case JsonTokenType.Number:
                    cells.Add(reader.GetDouble());
                    break;
                case JsonTokenType.Null:
                    cells.Add(item: null);
                    break;
                default:
                    problem ??= WrongKind;
                    return cells;
            }
        }

        return cells;
    }
}
