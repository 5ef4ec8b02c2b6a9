using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpotifyDashboard.Storage.Archives;

/// <summary>Rows as lines of JSON: an array of the values; bytes stand as an array of one text in base64.</summary>
/// <remarks>The same row gives the same line on both providers: truth is 1 or 0, a GUID is text in capitals, a number is the shortest that reads back the same.</remarks>
internal sealed class RowText : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public RowText() => _json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The row that <paramref name="row"/> stands on, with its line end; good until the next call.</summary>
    public ReadOnlySpan<byte> Write(DbDataReader row)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartArray();
        for (var column = 0; column < row.FieldCount; column++)
        {
            Write(row.GetValue(column));
        }

        _json.WriteEndArray();
        _json.Flush();
        _buffer.Write("\n"u8);
        return _buffer.WrittenSpan;
    }

    /// <summary>Reads a line into <paramref name="values"/>: null, <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or an array of bytes each.</summary>
    /// <returns>False where it is no row of so many values.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, Span<object?> values)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        for (var column = 0; column < values.Length; column++)
        {
            if (!json.Read() || json.TokenType == JsonTokenType.EndArray)
            {
                return false;
            }

            values[column] = Value(ref json);
        }

        return json.Read() && json.TokenType == JsonTokenType.EndArray;
    }

    public void Dispose() => _json.Dispose();

    private static object? Value(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                if (json.TryGetInt64(out var number))
                {
                    return number;
                }

                return json.GetDouble();
            case JsonTokenType.String:
                return json.GetString();
            case JsonTokenType.StartArray when json.Read():
                var bytes = json.GetBytesFromBase64();
                json.Read();
                return bytes;
            default:
                throw new JsonException($"A value can't be a {json.TokenType}.");
        }
    }

    private void Write(object value)
    {
        switch (value)
        {
            case DBNull:
                _json.WriteNullValue();
                break;
            case long or int or short:
                _json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case string text:
                _json.WriteStringValue(text);
                break;
            case bool truth:
                _json.WriteNumberValue(truth ? 1 : 0);
                break;
            case double or float:
                Write(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case Guid guid:
                _json.WriteStringValue(guid.ToString("D").ToUpperInvariant());
                break;
            case DateOnly day:
                _json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime { TimeOfDay.Ticks: 0 } day:
                _json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                _json.WriteStartArray();
                _json.WriteBase64StringValue(bytes);
                _json.WriteEndArray();
                break;
            default:
                throw new ArchiveException($"A value of the type {value.GetType().Name} has no form in an archive.");
        }
    }

    private void Write(double number)
    {
        // JSON has no word for these; SQLite knows no NaN and keeps it as null.
        if (double.IsNaN(number))
        {
            _json.WriteNullValue();
        }
        else if (double.IsInfinity(number))
        {
            _json.WriteRawValue(number > 0 ? "1e999" : "-1e999", skipInputValidation: true);
        }
        else
        {
            _json.WriteNumberValue(number);
        }
    }
}
