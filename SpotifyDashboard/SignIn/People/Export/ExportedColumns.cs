using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SpotifyDashboard.SignIn.People.Export;

/// <summary>The columns of a table as they are handed out: times as ISO 8601, names instead of numbers of tracks, and nothing that opens a door.</summary>
internal sealed class ExportedColumns
{
    /// <summary>Hashes and tokens, and how the program finds its way: of use to a thief alone, or to nobody.</summary>
    private static readonly string[] s_hidden =
    [
        "PasswordHash", "TokenHash", "CodeHash", "RefreshToken", "AccessToken", "SetAsideToken", "ClientSecret", "CredentialId", "PublicKey", "AttestationObject",
        "ClientDataJson", "RefreshedBy", "RefreshingUntil", "ClaimedBy", "ClaimedUntil", "Owner", "Input", "ListenerId", "SecurityVersion", "SignCount",
    ];

    private readonly IProperty[] _properties;
    private readonly bool[] _isTrack;

    public ExportedColumns(PersonalTable table)
    {
        _properties = [.. table.Entity.GetProperties().Where(static property => !s_hidden.Contains(property.Name, StringComparer.Ordinal))];
        _isTrack = [.. _properties.Select(static property => property.Name.EndsWith("TrackId", StringComparison.Ordinal) && (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(int))];
        var columns = _properties.Select((property, index) => _isTrack[index]
            ? $"(SELECT COALESCE(x.spotify_id, '') || CHR31 || x.title FROM tracks x WHERE x.id = t.{property.GetColumnName()})"
            : $"t.{property.GetColumnName()}");
        var key = table.Entity.FindPrimaryKey()?.Properties.Select(static property => $"t.{property.GetColumnName()}") ?? [];
        Query = $"SELECT {string.Join(", ", columns)} FROM {table.Name} t WHERE {table.Condition} ORDER BY {string.Join(", ", key)}".Replace("CHR31", "'\u001f'", StringComparison.Ordinal);
    }

    /// <summary>Reads the rows: SQL over the parameter <c>subject</c>.</summary>
    public string Query { get; }

    /// <summary>Writes the row on which <paramref name="rows"/> stands as an object.</summary>
    public void Write(Utf8JsonWriter json, DbDataReader rows)
    {
        json.WriteStartObject();
        for (var i = 0; i < _properties.Length; i++)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(_properties[i].Name);
            if (rows.IsDBNull(i))
            {
                json.WriteNull(name);
            }
            else if (_isTrack[i])
            {
                WriteTrack(json, name[..^2], rows.GetString(i));
            }
            else
            {
                WriteValue(json, name, _properties[i], rows.GetValue(i));
            }
        }

        json.WriteEndObject();
    }

    private static void WriteTrack(Utf8JsonWriter json, string name, string told)
    {
        var parts = told.Split('\u001f', 2);
        json.WriteStartObject(name);
        json.WriteString("spotifyId", parts[0].Length == 0 ? null : parts[0]);
        json.WriteString("title", parts[^1]);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, IProperty property, object stored)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        switch (stored)
        {
            case long moment when type == typeof(DateTimeOffset):
                json.WriteString(name, DateTimeOffset.FromUnixTimeMilliseconds(moment).UtcDateTime);
                break;
            case string text when text is ['{', '"', ..] or ['[', '"' or '{', ..] && IsJson(text):
                json.WritePropertyName(name);
                json.WriteRawValue(text);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case byte[] bytes:
                json.WriteBase64String(name, bytes);
                break;
            case IConvertible number when type.IsEnum:
                json.WriteString(name, Enum.ToObject(type, number.ToInt64(CultureInfo.InvariantCulture)).ToString());
                break;
            case IConvertible number when type == typeof(bool):
                json.WriteBoolean(name, number.ToBoolean(CultureInfo.InvariantCulture));
                break;
            case double or float or decimal:
                json.WriteNumber(name, Convert.ToDouble(stored, CultureInfo.InvariantCulture));
                break;
            case long or int or short or byte:
                json.WriteNumber(name, Convert.ToInt64(stored, CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString(name, Convert.ToString(stored, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static bool IsJson(string text)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        try
        {
            while (reader.Read())
            {
                // Only whether it can be read to its end.
            }

            return true;
        }
        catch (JsonException)
        {
            // A song may be called so.
            return false;
        }
    }
}
