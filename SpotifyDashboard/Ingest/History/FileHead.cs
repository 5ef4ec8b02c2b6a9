using System.Text.Json;

namespace SpotifyDashboard.Ingest.History;

/// <summary>The beginning of a file: enough to recognise its format and its age.</summary>
internal sealed class FileHead
{
    /// <summary>More than any row of a real export.</summary>
    public const int Length = 64 * 1024;

    private FileHead(string name, byte[] bytes)
    {
        Name = name;
        Bytes = bytes;
        Values = FirstObject(bytes);
    }

    /// <summary>The file's name without folders.</summary>
    public string Name { get; }

    /// <summary>Its first bytes without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Names and texts of the first object where the file is a JSON list; else empty.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; }

    /// <summary>When the first row ended, milliseconds since 1970; null where it can't be told.</summary>
    public long? FirstEnd
    {
        get
        {
            var text = Values.GetValueOrDefault("ts") ?? Values.GetValueOrDefault("endTime");
            return text is not null && Utf8Time.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out var end) ? end : null;
        }
    }

    public static async Task<FileHead> ReadAsync(string name, Stream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[Length];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var begin = bytes.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
        return new FileHead(Path.GetFileName(name), bytes[begin..length]);
    }

    private static Dictionary<string, string?> FirstObject(ReadOnlySpan<byte> bytes)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                return values;
            }

            while (reader.Read() && (reader.CurrentDepth > 1 || reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray)))
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2)
                {
                    var name = JsonText.Decode(reader.ValueSpan);
                    values[name] = reader.Read() && reader.TokenType == JsonTokenType.String ? JsonText.Decode(reader.ValueSpan) : null;
                }
            }
        }
        catch (JsonException)
        {
            // Broken within its first row: what was understood before that tells enough, or nothing.
        }

        return values;
    }
}
